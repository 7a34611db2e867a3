import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MAX_ROOM_BATCH,
  SEAL_PLACES,
  type FoundRoom,
  type GivenJoin,
  type JoinedRoom,
  type JoinRoomInput,
  type JoinRoomResult,
  type Language,
  type Principal,
} from '@openrounds/contracts';
import { newId, Sealer } from '@openrounds/platform';
import { MASKER, type Masker } from '../../ports/masker';
import { ROOM_TOKENS, type RoomToken, type RoomTokens } from '../../ports/room-tokens';
import { SERVICES, type Services } from '../../ports/services';
import { RateLimit } from '../rate-limit';
import { sha256 } from '../sha256';
import { BATCH_DEADLINE_MS, RoomBatches, type BatchOfRoom } from './batches';
import { FindRoom, requireSameTenant, type RoomRequest } from './find-room';
import { refusalOf } from './refusal';
import { RoomWatches } from './room-watch';

/** Letters and digits that nobody takes for one another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 50 bits. */
const RESUME_LENGTH = 10;

type Join = JoinRoomResult['joins'][number];

export interface Joining {
  readonly code: string;
  readonly input: JoinRoomInput;
  readonly address: string;
  readonly request: RoomRequest;
  readonly language: Language;
  /** Whoever is signed in. */
  readonly principal?: Principal | undefined;
}

export interface Joined {
  readonly joined: JoinedRoom;
  readonly code: string;
  readonly token: RoomToken;
}

/**
 * The code that brings a number to another phone. It follows from the key that the first phone has made, so that a join
 * that is repeated is told the same one, and nobody has to keep it.
 */
export function resumeCodeOf(roomId: string, joinKey: string): string {
  const bytes = createHash('sha256').update(`openrounds/resume/v1 ${roomId} ${joinKey}`).digest();
  return Array.from({ length: RESUME_LENGTH }, (_, at) => ALPHABET[(bytes[at] ?? 0) % ALPHABET.length]).join(
    '',
  );
}

/** As somebody may have written it down. */
const spelled = (code: string): string =>
  code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** Lets people into a room: a class of hundreds in a few batches. */
@Injectable()
export class JoinRoom {
  private readonly batches = new RoomBatches<GivenJoin, Join>(MAX_ROOM_BATCH, (room, joins) =>
    this.send(room, joins),
  );

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(ROOM_TOKENS) private readonly tokens: RoomTokens,
    @Inject(MASKER) private readonly masker: Masker,
    private readonly find: FindRoom,
    private readonly watches: RoomWatches,
    private readonly rateLimit: RateLimit,
    private readonly sealer: Sealer,
  ) {}

  /** @throws DomainError `not-found`, `room-locked`, `room-full`, `room-ended`, `unauthenticated`, `rate-limited` */
  execute(joining: Joining): Promise<Joined> {
    return this.rateLimit.seek(joining.address, () => this.join(joining));
  }

  private async join({ code, input, request, language, principal }: Joining): Promise<Joined> {
    const room = await this.find.at(code, request);
    requireEntry(room, principal);
    await this.rateLimit.takeJoin(room.roomId);
    const resumeCode =
      input.resumeCode === undefined ? resumeCodeOf(room.roomId, input.joinKey) : spelled(input.resumeCode);
    const join = await this.batches.add(room, {
      joinKeyHash: sha256(input.joinKey),
      resumeHash: sha256(resumeCode),
      resumes: input.resumeCode !== undefined,
      subject: principal?.subject ?? null,
      language: input.language,
      name: await this.masked(input.name),
    });
    if (!join.ok) throw refusalOf(join);
    const { participantId, number } = join;
    const { tenantId, roomId } = room;
    const token = await this.tokens.sign({ tenantId, roomId, code: room.code, participantId, number });
    const frame = await this.watches.look(room);
    const state = frame.state('participant', language);
    return { joined: { number, token: token.token, resumeCode, room: state }, code: room.code, token };
  }

  private async masked(name: string | undefined): Promise<string | null> {
    if (name === undefined) return null;
    return (await this.masker.read([name]))(name).text;
  }

  private async send(
    { tenantId, roomId }: BatchOfRoom,
    joins: readonly GivenJoin[],
  ): Promise<readonly Join[]> {
    const meta = { tenantId, requestId: newId() };
    const sealed = this.sealer.seal(joins, SEAL_PLACES.givenJoins(tenantId, roomId));
    const answer = await this.services.ask('join-room.v1', { meta, roomId, sealed }, BATCH_DEADLINE_MS);
    return answer.joins;
  }
}

/** A room may want accounts, and one of another tenant is none of an account's business. */
function requireEntry(room: FoundRoom, principal: Principal | undefined): void {
  if (principal !== undefined) requireSameTenant(principal, room);
  if (room.entry === 'account' && principal === undefined)
    throw new DomainError('unauthenticated', 'Sign in to come into this room');
}
