import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One attempt of one learner. How far it came is in its steps. */
@Entity({ name: 'attempts' })
@Index(['assignmentId', 'contextId', 'learnerId', 'number'], { unique: true })
@Index(['learnerId'])
export class AttemptEntity {
  @PrimaryColumn('uuid')
  attemptId!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  assignmentId!: string;

  @Column('uuid')
  learnerId!: string;

  /** The link by which the learner came, or the assignment itself: results of different links stay apart. */
  @Column('uuid')
  contextId!: string;

  @Column('integer')
  number!: number;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
