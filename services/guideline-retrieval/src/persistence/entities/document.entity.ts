import { type DocumentMediaType, type Language } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A tenant has the same bytes once; what was withdrawn may come again. */
@Entity({ name: 'documents' })
@Index(['tenantId', 'sha256'], { unique: true, where: 'withdrawn_at IS NULL' })
@Index(['tenantId', 'id'])
export class DocumentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  sha256!: string;

  @Column('text')
  title!: string;

  @Column('text')
  publisher!: string;

  @Column('int')
  year!: number;

  @Column('text')
  region!: string;

  @Column('text')
  language!: Language;

  @Column('text')
  licence!: string;

  @Column('text')
  source!: string;

  @Column('text')
  mediaType!: DocumentMediaType;

  @Column('int')
  bytes!: number;

  @Column('int', { nullable: true })
  pages!: number | null;

  /** How many it has; until all have come it is not seen. */
  @Column('int')
  passages!: number;

  @Column('uuid', { nullable: true })
  supersedes!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  completedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}
