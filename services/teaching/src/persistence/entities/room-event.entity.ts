import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An act of the teacher, under the sequence number of the room that came of it. */
@Entity({ name: 'room_events' })
export class RoomEventEntity {
  @PrimaryColumn('uuid')
  roomId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  @Column('text')
  type!: string;

  @Column('text')
  actor!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('jsonb')
  data!: Record<string, unknown>;
}
