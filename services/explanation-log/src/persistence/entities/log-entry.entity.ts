import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A leaf of the log, in order of `index`. Rows are only ever added; an erasure empties record and salt. */
@Entity({ name: 'entries' })
@Index(['tenantId', 'caseId'])
export class LogEntryEntity {
  @PrimaryColumn('integer')
  index!: number;

  @Column('uuid', { unique: true })
  runId!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  caseId!: string;

  @Column('text')
  leafHash!: string;

  /** Canonical JSON as it was hashed: text, so that not a byte of it changes. */
  @Column('text', { nullable: true })
  record!: string | null;

  @Column('text', { nullable: true })
  salt!: string | null;

  @Column('timestamptz')
  appendedAt!: Date;
}
