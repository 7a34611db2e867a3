import { type ScoreReleasedPayload } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type GradeState } from '../../model/grade-state';

/** One version of the score of a learner at a link, and where it stands on its way into the gradebook. */
@Entity({ name: 'grades' })
@Index(['linkId', 'learnerId', 'version'], { unique: true })
@Index(['learnerId'])
@Index(['state'])
export class GradeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  linkId!: string;

  @Column('uuid')
  learnerId!: string;

  @Column('integer')
  version!: number;

  /** From 0 to 1. */
  @Column('double precision')
  score!: number;

  @Column('text')
  activityProgress!: ScoreReleasedPayload['activityProgress'];

  @Column('text')
  gradingProgress!: ScoreReleasedPayload['gradingProgress'];

  @Column('timestamptz')
  submittedAt!: Date;

  /** Sent with the score: fixed with the version, later than that of any version before it. */
  @Column('timestamptz')
  stamp!: Date;

  @Column('text')
  state!: GradeState;

  @Column('timestamptz')
  changedAt!: Date;
}
