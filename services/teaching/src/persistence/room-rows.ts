import { CaseBody, SEAL_PLACES } from '@openrounds/contracts';
import { nextTimer, type Room } from '@openrounds/learning';
import { type Sealer } from '@openrounds/platform';
import { z } from 'zod';
import { type NewRoom, type RoomRef, type StoredRoom, type Title } from '../ports/room-store';
import { type RoomEntity } from './entities/room.entity';

const Words = z.record(z.string(), z.string());
const Card = z.object({ title: CaseBody.shape.title });

const dateOf = (time: number | null): Date | null => (time === null ? null : new Date(time));

/** The columns that follow from the protocol's state: written with it, always. */
export const roomColumns = (room: Room) => ({
  room,
  state: room.state,
  rehearsal: room.rehearsal !== undefined,
  nextTimerAt: dateOf(nextTimer(room)),
  endedAt: dateOf(room.endedAt),
});

/** What a room is read by. Its case, up to 150 KB, is read by itself. */
export type RoomRow = Omit<RoomEntity, 'body' | 'card'>;

/** Between rows, in which what people wrote is sealed, and rooms as use-cases know them. */
export class RoomRows {
  constructor(private readonly sealer: Sealer) {}

  rowOf({
    body,
    forecasts: _forecasts,
    owner,
    released: _released,
    words: _words,
    ...given
  }: NewRoom): RoomEntity {
    const { tenantId, roomId, room } = given;
    return {
      ...given,
      ...roomColumns(room),
      code: room.code,
      ownerSubject: owner,
      planted: { ...given.planted },
      words: null,
      body: this.sealer.seal(body, SEAL_PLACES.roomCase(tenantId, roomId)),
      card: this.sealer.seal({ title: body.title }, SEAL_PLACES.roomCard(tenantId, roomId)),
      releasedAt: null,
    };
  }

  words({ tenantId, roomId }: RoomRef, words: StoredRoom['words']): RoomEntity['words'] {
    return this.sealer.seal(words, SEAL_PLACES.roomWords(tenantId, roomId));
  }

  roomOf({ ownerSubject: owner, words, releasedAt, ...row }: RoomRow): StoredRoom {
    const { tenantId, roomId } = row;
    return {
      tenantId,
      roomId,
      owner,
      caseId: row.caseId,
      caseVersion: row.caseVersion,
      classId: row.classId,
      contentHash: row.contentHash,
      versions: row.versions,
      room: row.room,
      planted: row.planted,
      words: words === null ? {} : this.sealer.open(words, SEAL_PLACES.roomWords(tenantId, roomId), Words),
      keyHash: row.keyHash,
      keySalt: row.keySalt,
      createdAt: row.createdAt,
      released: releasedAt !== null,
    };
  }

  caseOf({ tenantId, roomId, body }: Pick<RoomEntity, 'tenantId' | 'roomId' | 'body'>): CaseBody | undefined {
    if (body === null) return undefined;
    return this.sealer.open(body, SEAL_PLACES.roomCase(tenantId, roomId), CaseBody);
  }

  /** Null where the case was erased, or its seal is broken. */
  titleOf({ tenantId, roomId, card }: Pick<RoomEntity, 'tenantId' | 'roomId' | 'card'>): Title | null {
    if (card === null) return null;
    return this.sealer.openIfWhole(card, SEAL_PLACES.roomCard(tenantId, roomId), Card)?.title ?? null;
  }
}
