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
import { Metrics, newId, readHumanCode, Sealer, showHumanCode } from '@openrounds/platform';
import { ROOM_TOKENS, type RoomToken, type RoomTokens } from '../../ports/room-tokens';
import { SERVICES, type Services } from '../../ports/services';
import { RateLimit } from '../rate-limit';
import { resumeCodeOf } from '../resume-code';
import { sha256 } from '../sha256';
import { BATCH_DEADLINE_MS, RoomBatches, type BatchOfRoom } from './batches';
import { FindRoom, requireSameTenant, type RoomRequest } from './find-room';
import { refusalOf } from './refusal';
import { RoomWatches } from './room-watch';

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

/** Lets people into a room: a class of hundreds in a few batches. */
@Injectable()
export class JoinRoom {
  private readonly batches = new RoomBatches<GivenJoin, Join>(MAX_ROOM_BATCH, (room, joins) =>
    this.send(room, joins),
  );

  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(ROOM_TOKENS) private readonly tokens: RoomTokens,
    private readonly find: FindRoom,
    private readonly watches: RoomWatches,
    private readonly rateLimit: RateLimit,
    private readonly sealer: Sealer,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'rooms'>,
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
      input.resumeCode === undefined
        ? resumeCodeOf('room', room.roomId, input.joinKey)
        : readHumanCode(input.resumeCode);
    const join = await this.batches.add(room, {
      joinKeyHash: sha256(input.joinKey),
      resumeHash: sha256(resumeCode),
      resumes: input.resumeCode !== undefined,
      subject: principal?.subject ?? null,
      learnerId: principal?.learnerId ?? null,
      consents: input.consents ?? [],
      language: input.language,
      name: input.name ?? null,
    });
    if (!join.ok) throw refusalOf(join);
    const { participantId, number } = join;
    const { tenantId, roomId } = room;
    const token = await this.tokens.sign({ tenantId, roomId, code: room.code, participantId, number });
    const frame = await this.watches.look(room);
    const state = frame.state('participant', language);
    return {
      joined: { number, token: token.token, resumeCode: showHumanCode(resumeCode), room: state },
      code: room.code,
      token,
    };
  }

  private async send(
    { tenantId, roomId }: BatchOfRoom,
    joins: readonly GivenJoin[],
  ): Promise<readonly Join[]> {
    const meta = { tenantId, requestId: newId() };
    const sealed = this.sealer.seal(joins, SEAL_PLACES.givenJoins(tenantId, roomId));
    const answer = await this.metrics.rooms.measured('joins', joins.length, () =>
      this.services.ask('join-room.v1', { meta, roomId, sealed }, BATCH_DEADLINE_MS),
    );
    return answer.joins;
  }
}

/** A room may want accounts, and one of another tenant is none of an account's business. */
function requireEntry(room: FoundRoom, principal: Principal | undefined): void {
  if (principal !== undefined) requireSameTenant(principal, room);
  if (room.entry === 'account' && principal === undefined)
    throw new DomainError('unauthenticated', 'Sign in to come into this room');
}
