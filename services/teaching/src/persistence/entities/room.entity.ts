import { type RoomProgress, type Sealed, type Versions } from '@openrounds/contracts';
import { type Room } from '@openrounds/learning';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type Planted } from '../../ports/room-store';

/** A room: the protocol's state of it as it is, beside the columns by which it is found. */
@Entity({ name: 'rooms' })
@Index(['tenantId', 'roomId'])
@Index(['tenantId', 'caseId'])
@Index(['tenantId', 'classId'])
@Index('rooms_code_in_use', ['code'], { unique: true, where: '"ended_at" IS NULL' })
@Index(['code', 'endedAt'])
@Index(['nextTimerAt'])
@Index(['endedAt'])
@Index('rooms_rehearsing', ['roomId'], { where: '"rehearsal" AND "ended_at" IS NULL' })
export class RoomEntity {
  @PrimaryColumn('uuid')
  roomId!: string;

  @Column('text')
  tenantId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  ownerSubject!: string;

  @Column('uuid')
  caseId!: string;

  @Column('integer')
  caseVersion!: number;

  /** Refers to no row: a room outlives its class. */
  @Column('uuid', { nullable: true })
  classId!: string | null;

  @Column('text')
  contentHash!: string;

  @Column('text')
  state!: RoomProgress;

  /** Whether it fills itself with simulated students. */
  @Column('boolean', { default: false })
  rehearsal!: boolean;

  /** The room of `libs/learning`; written by nothing else. */
  @Column('jsonb')
  room!: Room;

  @Column('jsonb')
  versions!: Versions;

  @Column('jsonb')
  planted!: Record<string, Planted>;

  /** What words mean. */
  @Column('jsonb', { nullable: true })
  words!: Sealed | null;

  /** The case as the room began with it, and its title; null once the case was erased. */
  @Column('jsonb', { nullable: true })
  body!: Sealed | null;

  @Column('jsonb', { nullable: true })
  card!: Sealed | null;

  @Column('text')
  keyHash!: string;

  @Column('text')
  keySalt!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** When something of it is due by itself. */
  @Column('timestamptz', { nullable: true })
  nextTimerAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** When the log was told. */
  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;
}
