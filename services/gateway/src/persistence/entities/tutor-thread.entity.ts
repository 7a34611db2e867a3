import { type Language, type TutorOwner } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A thread of questions about a run; only its owner reads it. */
@Entity({ name: 'tutor_threads' })
@Index(['runId'])
@Index(['createdAt'])
export class TutorThreadEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  runId!: string;

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
