import { type Sealed } from '@openrounds/contracts';
import { type LaunchMode } from '@openrounds/learning-records';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A visit of a learner who was launched by cmi5. What the launch said of a person, and its token, rest sealed. */
@Entity({ name: 'cmi5_sessions' })
@Index(['linkId', 'learnerId'])
@Index(['learnerId'])
@Index(['endedAt', 'lastSeenAt'])
export class Cmi5SessionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  connectionId!: string;

  @Column('uuid')
  assignmentId!: string;

  @Column('uuid')
  linkId!: string;

  @Column('uuid')
  learnerId!: string;

  @Column('uuid')
  attemptId!: string;

  @Column('text')
  endpoint!: string;

  @Column('uuid')
  registration!: string;

  @Column('text')
  activityId!: string;

  @Column('text')
  launchMode!: LaunchMode;

  /** From 0 to 1. */
  @Column('double precision', { nullable: true })
  masteryScore!: number | null;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz')
  lastSeenAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('jsonb')
  said!: Sealed;

  /** SHA-256 of what the browser changes for a session of ours, once; null: it did. */
  @Column('text', { nullable: true })
  @Index({ unique: true })
  ticketHash!: string | null;

  @Column('timestamptz')
  ticketExpiresAt!: Date;

  /** Null once all is sent, or the store does not take it any more. */
  @Column('jsonb', { nullable: true })
  token!: Sealed | null;
}
