import { type RoomAnswer, type Sealed } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The newest answer of somebody to a round, in one of its attempts. */
@Entity({ name: 'submissions' })
@Index(['roomId', 'participantId'])
export class SubmissionEntity {
  @PrimaryColumn('uuid')
  roundId!: string;

  @PrimaryColumn('integer')
  attempt!: number;

  @PrimaryColumn('uuid')
  participantId!: string;

  @Column('text')
  tenantId!: string;

  @Column('uuid')
  roomId!: string;

  @Column('integer')
  number!: number;

  @Column('integer')
  revision!: number;

  /** Without what somebody wrote. */
  @Column('jsonb')
  answer!: RoomAnswer;

  /** What somebody wrote, in its order. */
  @Column('jsonb', { nullable: true })
  text!: Sealed | null;

  @Column('timestamptz')
  committedAt!: Date;

  @Column('timestamptz')
  receivedAt!: Date;

  @Column('boolean')
  late!: boolean;
}
