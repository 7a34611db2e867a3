import { type Sealed, type StatementCause, type StatementState } from '@openrounds/contracts';
import { type Verb } from '@openrounds/learning-records';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A statement of a session, in its place, and where it stands on its way. It names a person: it rests sealed. */
@Entity({ name: 'statements' })
@Index(['sessionId', 'position'], { unique: true })
@Index(['tenantId', 'state'])
@Index(['state', 'nextTryAt'])
export class StatementEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** As the record store knows it. */
  @Column('uuid')
  @Index({ unique: true })
  statementId!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  sessionId!: string;

  /** From 1. */
  @Column('integer')
  position!: number;

  @Column('text')
  verb!: Verb;

  /** Null once the store has it. */
  @Column('jsonb', { nullable: true })
  body!: Sealed | null;

  @Column('text')
  state!: StatementState;

  @Column('text', { nullable: true })
  cause!: StatementCause | null;

  @Column('integer', { nullable: true })
  status!: number | null;

  @Column('integer')
  tries!: number;

  /** How often its job was queued: queues remember the names of jobs. */
  @Column('integer')
  epoch!: number;

  @Column('timestamptz', { nullable: true })
  nextTryAt!: Date | null;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz')
  changedAt!: Date;
}
