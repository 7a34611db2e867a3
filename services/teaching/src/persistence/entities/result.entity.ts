import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How an answer did. */
@Entity({ name: 'results' })
@Index(['roomId', 'participantId'])
export class ResultEntity {
  @PrimaryColumn('uuid')
  roundId!: string;

  @PrimaryColumn('integer')
  attempt!: number;

  @PrimaryColumn('uuid')
  participantId!: string;

  @Column('uuid')
  roomId!: string;

  @Column('integer')
  scoreVersion!: number;

  @Column('double precision', { nullable: true })
  logScore!: number | null;

  @Column('double precision', { nullable: true })
  brier!: number | null;

  @Column('boolean', { nullable: true })
  right!: boolean | null;

  @Column('integer', { nullable: true })
  keyPoints!: number | null;
}
