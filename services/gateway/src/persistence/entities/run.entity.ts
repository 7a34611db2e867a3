import {
  type CodedAnswer,
  type CodedLlm,
  type CodedPassage,
  type Degraded,
  type LogEntryRef,
  type Masked,
  type Problem,
  type Revision,
  type RunOptions,
  type RunReading,
  type RunStatus,
  type Sealed,
  type Versions,
} from '@openrounds/contracts';
import { type RunLine } from '@openrounds/presentation';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Accepted and not ended. */
export const WAITING = ['queued', 'running'] as const satisfies readonly RunStatus[];

/** The read model of a run: what is known of it so far. The gateway is the only writer of `status`. */
@Entity({ name: 'runs' })
@Index(['tenantId', 'id'])
@Index(['tenantId', 'caseId'])
@Index(['status', 'progressedAt'])
@Index(['narrativeKept', 'textGivenAt'])
export class RunEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  status!: RunStatus;

  @Column('timestamptz')
  createdAt!: Date;

  /** When the case was given, which may be long before the run: what retention of its words goes by. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  textGivenAt!: Date;

  /** When its work began; null: whoever asks for it first begins it. */
  @Column('timestamptz', { nullable: true, default: () => 'clock_timestamp()' })
  begunAt!: Date | null;

  /** When something was last heard of it: what the reconciler goes by. */
  @Column('timestamptz')
  progressedAt!: Date;

  @Column('timestamptz', { nullable: true })
  completedAt!: Date | null;

  @Column('uuid')
  caseId!: string;

  @Column('integer', { nullable: true })
  caseVersion!: number | null;

  /** Raised only by the reconciler: the attempt that job ids carry. */
  @Column('integer')
  epoch!: number;

  @Column('text')
  requestId!: string;

  @Column('text', { nullable: true })
  traceparent!: string | null;

  @Column('jsonb')
  versions!: Versions;

  @Column('jsonb')
  options!: RunOptions;

  /** The case as sealed when the run was accepted, until the run ends; null for a stored case. */
  @Column('jsonb', { nullable: true })
  input!: { sealed: Sealed; masked: Masked[] } | null;

  /** Findings, labs and quotations as understood, sealed: quotations are narrative. */
  @Column('jsonb', { nullable: true })
  understood!: Sealed | null;

  /** False once retention has taken the quotations out, or an erasure everything. */
  @Column('boolean')
  narrativeKept!: boolean;

  /** Of a run that was answered before answers rested packed. */
  @Column('jsonb', { nullable: true })
  answer!: CodedAnswer | null;

  /** The answer, packed as it travels; read where it is shown, and only there. */
  @Column('bytea', { nullable: true, select: false })
  packedAnswer!: Buffer | null;

  /** Of the packed answer the disease that leads: what a list shows. */
  @Column('jsonb', { nullable: true })
  leadingDisease!: RunLine['leading'];

  @Column('jsonb', { nullable: true })
  guidelines!: CodedPassage[] | null;

  @Column('jsonb', { nullable: true })
  llm!: CodedLlm | null;

  /** What a language model read, with its quotations sealed: they are narrative. */
  @Column('jsonb', { nullable: true })
  reading!: RunReading | null;

  /** Whether a language model may read the case's texts, as it was set when the run was accepted. */
  @Column('boolean', { default: false })
  mayBeRead!: boolean;

  /** Whether what it reads is taken into a revision of this run, as it was set when the run was accepted. */
  @Column('boolean', { default: false })
  mayBeMerged!: boolean;

  /** Of a run that revises another one. */
  @Column('jsonb', { nullable: true })
  revision!: Revision | null;

  /** The run that revises this one; there is one at most. */
  @Column('uuid', { nullable: true })
  revisedBy!: string | null;

  @Column('jsonb')
  degraded!: Degraded[];

  @Column('jsonb', { nullable: true })
  logEntry!: LogEntryRef | null;

  @Column('jsonb', { nullable: true })
  problem!: Problem | null;
}
