import { type Language, type TutorOwner, type TutorSubject } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A thread of questions about a list; only its owner reads it. */
@Entity({ name: 'tutor_threads' })
@Index(['aboutId'])
@Index(['tenantId', 'ownerId'])
@Index(['createdAt'])
export class TutorThreadEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('text', { default: 'run' })
  aboutKind!: TutorSubject['kind'];

  @Column('uuid')
  aboutId!: string;

  /** Ids of what it is erased with; one about a run goes with the run. */
  @Column('uuid', { array: true, default: '{}' })
  goesWith!: string[];

  @Column('text')
  ownerKind!: TutorOwner['kind'];

  @Column('text')
  ownerId!: string;

  @Column('text')
  language!: Language;

  @Column('boolean')
  socratic!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}
