import { type RunEventType } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That a section of a run became known, and when; its content stands in the run. */
@Entity({ name: 'run_events' })
@Index(['at'])
export class RunEventEntity {
  @PrimaryColumn('uuid')
  runId!: string;

  /** 1, 2, 3 …: strictly increasing within a run. */
  @PrimaryColumn('integer')
  sequence!: number;

  @Column('text')
  type!: RunEventType;

  @Column('timestamptz')
  at!: Date;
}
