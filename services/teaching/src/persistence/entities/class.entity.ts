import { type Language, type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'classes' })
@Index(['tenantId', 'id'])
export class ClassEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('jsonb')
  name!: Sealed;

  /** Null once the class is archived. Whoever joins names no tenant, so a code is unique in the installation. */
  @Index({ unique: true })
  @Column('text', { nullable: true })
  joinCode!: string | null;

  @Column('jsonb')
  settings!: { readonly language: Language; readonly practiceUnreviewed: boolean };

  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;
}
