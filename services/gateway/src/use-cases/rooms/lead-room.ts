import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  SEAL_PLACES,
  type CreateRoomInput,
  type PlannedRound,
  type Principal,
  type Room,
  type RoomAct,
  type RoomList,
  type RoomProgress,
  type TeacherRoomState,
  CodedRoom,
  ToldRooms,
} from '@openrounds/contracts';
import { CLOCK, newId, Sealer, type Clock } from '@openrounds/platform';
import { presentRoom } from '@openrounds/presentation';
import { canonicalHash } from '@openrounds/transparency-log';
import { textsOf, withTexts } from '../../model/case-texts';
import { nthId } from '../../model/nth-id';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../../ports/idempotency';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { MASKER, type Masker } from '../../ports/masker';
import { SERVICES, type Services } from '../../ports/services';
import { claimId, type Idempotency } from '../claim-id';
import { decodeCursor, encodeCursor } from '../paging';
import { askerOf, type TeachingRequest } from '../teaching-cases';
import { FindRoom } from './find-room';
import { RoomWatches } from './room-watch';

/** An act of the teacher as it was pressed; what it makes gets its id here. */
export type PressedAct = Exclude<RoomAct, { type: 'add-round' }> | { type: 'add-round'; round: PlannedRound };

export interface RoomsWanted {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: RoomProgress | undefined;
  readonly classId?: string | undefined;
}

/** Whoever leads a room: opens it, and acts in it. */
@Injectable()
export class LeadRoom {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: Pick<IdempotencyStore, 'claim'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'versions'>,
    @Inject(MASKER) private readonly masker: Masker,
    private readonly find: FindRoom,
    private readonly watches: RoomWatches,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param joinUrl where phones come in, of a code
   * @throws DomainError `not-found`, `forbidden`, `case-not-published`, `class-archived`, `idempotency-key-reused`, `invalid-request` …
   */
  async create(
    { principal, meta, language }: TeachingRequest,
    input: CreateRoomInput,
    idempotency: Idempotency,
    joinUrl: (code: string) => string,
  ): Promise<Room> {
    const plan = await this.masked(input);
    const roomId = await claimId(this.idempotency, principal, 'createRoom', idempotency, this.clock.now());
    const rounds = plan.rounds.map((round, at) => ({ ...round, id: nthId(roomId, at + 1) }));
    const { tenantId } = principal;
    const { sealed } = await this.services.ask('create-room.v1', {
      meta,
      by: askerOf(principal),
      roomId,
      versions: this.knowledge.versions(),
      sealed: this.sealer.seal({ ...plan, rounds }, SEAL_PLACES.givenRoom(tenantId, roomId)),
    });
    const room = this.sealer.open(sealed, SEAL_PLACES.shownRoom(tenantId, meta.requestId), CodedRoom);
    return presentRoom(room, joinUrl(room.code), language);
  }

  /** @throws DomainError `invalid-request` for a cursor that is none of ours */
  async list(
    { principal, meta, language }: TeachingRequest,
    { limit, cursor, state, classId }: RoomsWanted,
    joinUrl: (code: string) => string,
  ): Promise<RoomList> {
    const before = decodeCursor(cursor);
    const page = await this.services.ask('list-rooms.v1', {
      meta,
      by: askerOf(principal),
      limit,
      ...(before === undefined ? {} : { before }),
      ...(state === undefined ? {} : { state }),
      ...(classId === undefined ? {} : { classId }),
    });
    const place = SEAL_PLACES.shownRoom(principal.tenantId, meta.requestId);
    const rooms = this.sealer.open(page.sealed, place, ToldRooms);
    const last = rooms.at(-1);
    return {
      items: rooms.map((room) => presentRoom(room, joinUrl(room.code), language)),
      nextCursor: page.more && last !== undefined ? encodeCursor(last.id) : null,
    };
  }

  /**
   * @param key of the request: what was pressed under it before is not done again
   * @throws DomainError `not-found`, `forbidden`, `room-ended`, `round-open` …
   */
  async act(
    { principal, meta, language }: TeachingRequest,
    address: string,
    pressed: PressedAct,
    key: string | undefined,
  ): Promise<TeacherRoomState> {
    const room = await this.find.ledBy(principal, address, meta);
    const { tenantId, roomId } = room;
    const commandId = commandIdOf(principal, pressed, key);
    const act = withRoundId(await this.masked(pressed));
    const sealed = this.sealer.seal(act, SEAL_PLACES.givenRoomAct(tenantId, roomId, commandId));
    const payload = { meta, by: askerOf(principal), roomId, commandId, sealed };
    const frame = await this.services
      .ask('room-command.v1', payload)
      .catch((error: unknown) => refuseAsAsked(error, pressed));
    return this.watches.read(room, meta.requestId, frame).state('teacher', language);
  }

  /** Without identities in what a teacher wrote: texts of questions, and words that students are to have meant. */
  private async masked<T extends CreateRoomInput | PressedAct>(given: T): Promise<T> {
    if ('type' in given && given.type === 'words') {
      const mask = await this.masker.read([given.text]);
      return { ...given, text: mask(given.text).text };
    }
    const mask = await this.masker.read(textsOf(given));
    return withTexts(given, (text) => mask(text).text);
  }
}

/** Two different acts are two commands, even where somebody used one key for both. */
const commandIdOf = ({ subject }: Principal, act: PressedAct, key: string | undefined): string =>
  key === undefined ? newId() : canonicalHash({ subject, key, act });

/** Where a field of these acts stands in the request. */
const PLACES: Readonly<Partial<Record<PressedAct['type'], readonly [RegExp, string]>>> = {
  'add-round': [/^\/round\//, '/'],
  'hide-comment': [/^\/number$/, '/path/number'],
  remove: [/^\/number$/, '/path/number'],
};

/** A refusal points into the act; whoever pressed knows the request alone. */
function refuseAsAsked(error: unknown, { type }: PressedAct): never {
  const place = PLACES[type];
  if (!(error instanceof DomainError) || place === undefined) throw error;
  const errors = error.errors.map(({ pointer, ...rest }) => ({
    ...rest,
    pointer: pointer.replace(...place),
  }));
  throw new DomainError(error.code, error.message, errors, error.retryAfterSeconds);
}

function withRoundId(act: PressedAct): RoomAct {
  return act.type === 'add-round' ? { ...act, round: { ...act.round, id: newId() } } : act;
}
