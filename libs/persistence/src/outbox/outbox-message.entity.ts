import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A job that was decided upon together with other rows, and is on its way into its queue. */
@Entity('outbox')
@Unique('outbox_job', ['queue', 'jobId'])
@Index('outbox_unsent', ['id'], { where: '"sent_at" IS NULL AND "failed_at" IS NULL' })
export class OutboxMessage {
  /** Grows with each message: the order of sending. A bigint, so a string here. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'outbox_pkey',
  })
  id!: string;

  @Column('text')
  queue!: string;

  @Column('text')
  job!: string;

  @Column('text', { name: 'job_id' })
  jobId!: string;

  /** Null once it was sent or refused: a (sealed) narrative rests no longer than it must. */
  @Column('jsonb', { nullable: true })
  payload!: unknown;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  /** Set when the queue refuses the message for good: it breaks the schema of its job. */
  @Column('timestamptz', { name: 'failed_at', nullable: true })
  failedAt!: Date | null;

  @Column('integer', { default: 0 })
  attempts!: number;
}
