import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Asker, type JobMeta, type RoomAct } from '@openrounds/contracts';
import { carryOut, foldSpelling, type Room } from '@openrounds/learning';
import { CLOCK, type Clock } from '@openrounds/platform';
import { keyCommitted } from '../model/room-records';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { ROOM_STORE, type RoomChange, type RoomStore, type StoredRoom } from '../ports/room-store';
import { refused } from './create-room';
import { FindRoom, foundRoom } from './find-room';
import { KeepAwake } from './keep-awake';
import { TallyRound } from './tally-round';

export interface CommandGiven {
  readonly meta: JobMeta;
  readonly by: Asker;
  readonly roomId: string;
  readonly commandId: string;
  readonly act: RoomAct;
}

/** Acts after which what is closed is counted again, though it was counted for good. */
const CHANGES_COUNTS: ReadonlySet<RoomAct['type']> = new Set(['words', 'remove', 'count-late']);

/** Carries out what a teacher does, one act at a time. Pressed or sent twice, it is done once. */
@Injectable()
export class CommandRoom {
  constructor(
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'change'>,
    private readonly findRoom: FindRoom,
    private readonly tallyRound: TallyRound,
    private readonly keepAwake: KeepAwake,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`, `forbidden`, and what the room refuses with
   * @throws BundleError when the knowledge version is not there
   */
  async execute(given: CommandGiven): Promise<void> {
    const { meta, by, roomId, act } = given;
    const ref = { tenantId: meta.tenantId, roomId };
    await this.keepAwake.wake();
    await this.requireKnown(await this.findRoom.ofTeacher(ref, by), act);
    foundRoom(
      await this.rooms.change(ref, (stored) =>
        act.type === 'words' ? withWords(stored, given, act, this.clock.now()) : this.act(stored, given),
      ),
    );
    await this.tallyRound.rounds(ref, CHANGES_COUNTS.has(act.type) ? 'all' : 'unsettled');
  }

  /** Words can be mapped to a disease of the room's knowledge alone. */
  private async requireKnown({ versions }: StoredRoom, act: RoomAct): Promise<void> {
    if (act.type !== 'words' || act.diseaseId === null) return;
    const { diseases } = (await this.libraries.of(versions.knowledge)).vocabulary;
    if (diseases.has(act.diseaseId)) return;
    const error = { pointer: '/diseaseId', code: 'unknown', message: 'no such disease' };
    throw new DomainError('invalid-request', undefined, [error]);
  }

  private act(stored: StoredRoom, { meta, by, commandId, act }: CommandGiven): RoomChange | null {
    if (act.type === 'words') return null;
    const now = this.clock.now();
    const outcome = carryOut(stored.room, { id: commandId, ...act }, now.getTime());
    if (!outcome.ok) throw refused(outcome);
    const { room } = outcome;
    if (room === stored.room) return null;
    return {
      room,
      ...(room.seq === stored.room.seq
        ? {}
        : { event: { type: act.type, actor: by.subject, at: now, data: dataOf(act) } }),
      ...(act.type === 'add-round' ? { planted: plantedWith(stored, act.round) } : {}),
      ...(isPromise(stored.room, room) ? { records: [keyCommitted(meta, stored, now)] } : {}),
    };
  }
}

const isPromise = (before: Room, after: Room): boolean =>
  before.keyCommittedAt === null && after.keyCommittedAt !== null;

function plantedWith(
  { planted }: StoredRoom,
  { id, planted: added }: Extract<RoomAct, { type: 'add-round' }>['round'],
): StoredRoom['planted'] {
  return added === undefined || id in planted ? planted : { ...planted, [id]: { ...added, onTheSpot: true } };
}

/** An act as it is kept: a question without its words, which stand in the room. */
function dataOf({ type: _type, ...act }: Exclude<RoomAct, { type: 'words' }>): Record<string, unknown> {
  if (!('round' in act)) return act;
  const { id, stageNo, task } = act.round;
  return { roundId: id, stageNo, task: task.task };
}

/** Words mean a disease, or nothing any more, for all who wrote them; what they are is kept sealed alone. */
function withWords(
  { room, words }: StoredRoom,
  { commandId, by }: CommandGiven,
  { text, diseaseId }: Extract<RoomAct, { type: 'words' }>,
  now: Date,
): RoomChange | null {
  const folded = foldSpelling(text);
  if (folded === '' || (words[folded] ?? null) === diseaseId || room.handled.includes(commandId)) return null;
  const { [folded]: _before, ...others } = words;
  return {
    room: { ...room, seq: room.seq + 1, handled: [...room.handled, commandId] },
    words: diseaseId === null ? others : { ...others, [folded]: diseaseId },
    event: { type: 'words', actor: by.subject, at: now, data: { diseaseId } },
  };
}
