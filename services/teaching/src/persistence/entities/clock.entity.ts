import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that says when a process of this service was last awake. */
@Entity({ name: 'clocks' })
export class ClockEntity {
  @PrimaryColumn('integer')
  id!: number;

  @Column('timestamptz')
  tickedAt!: Date;
}
