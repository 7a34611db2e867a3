import { type CodedClassResult, type TeamsGain } from '@openrounds/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The counts of a round, made from its rows: may be thrown away and made anew. */
@Entity({ name: 'tallies' })
@Index(['roomId'])
export class TallyEntity {
  @PrimaryColumn('uuid')
  roundId!: string;

  @PrimaryColumn('integer')
  attempt!: number;

  @Column('uuid')
  roomId!: string;

  @Column('integer')
  seq!: number;

  @Column('integer')
  answered!: number;

  @Column('integer')
  late!: number;

  @Column('jsonb', { nullable: true })
  body!: CodedClassResult | null;

  @Column('jsonb', { nullable: true })
  teamGain!: TeamsGain | null;

  @Column('boolean')
  final!: boolean;
}
