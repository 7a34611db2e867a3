import { type GradeCause, type GradeState, type ScoreReleasedPayload } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One version of the score of a learner at a link, and where it stands on its way into the gradebook. */
@Entity({ name: 'grades' })
@Index(['linkId', 'learnerId', 'version'], { unique: true })
@Index(['learnerId'])
@Index(['platformId', 'state', 'stamp'])
export class GradeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  platformId!: string;

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

  /** Sent with the score: fixed with the version, later than that of any version before it. */
  @Column('timestamptz')
  stamp!: Date;

  @Column('text')
  state!: GradeState;

  @Column('integer')
  tries!: number;

  @Column('boolean')
  unsure!: boolean;

  @Column('boolean')
  sentTwice!: boolean;

  @Column('text', { nullable: true })
  cause!: GradeCause | null;

  @Column('integer', { nullable: true })
  status!: number | null;

  @Column('timestamptz', { nullable: true })
  nextTryAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt!: Date | null;

  /** How often a job was made for it. */
  @Column('integer')
  epoch!: number;

  @Column('timestamptz')
  changedAt!: Date;
}
