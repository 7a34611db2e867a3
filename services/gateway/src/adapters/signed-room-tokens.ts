import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type KeyRing } from '@openrounds/platform';
import { z } from 'zod';
import { type Seat } from '../model/seat';
import { type RoomToken, type RoomTokens } from '../ports/room-tokens';
import { ROOM_KEYS } from './room-keys';
import { SignedTokens, tenantClaim } from './signed-tokens';

const ROOM_TOKEN = {
  type: 'room+jwt',
  lifeSeconds: 24 * 60 * 60,
  claims: z.object({
    sub: z.uuid(),
    room: z.uuid(),
    code: z.string().min(1),
    tid: tenantClaim,
    num: z.number().int().min(1),
  }),
};

/** Tokens that name a seat in a room, for a day. */
@Injectable()
export class SignedRoomTokens implements RoomTokens {
  private readonly tokens: SignedTokens<typeof ROOM_TOKEN.claims>;

  constructor(@Inject(ROOM_KEYS) ring: KeyRing, @Inject(CLOCK) clock: Clock) {
    this.tokens = new SignedTokens(ROOM_TOKEN, ring, clock);
  }

  sign({ tenantId, roomId, code, participantId, number }: Seat): Promise<RoomToken> {
    return this.tokens.sign({ sub: participantId, room: roomId, code, tid: tenantId, num: number });
  }

  isOne(token: string): boolean {
    return this.tokens.isOne(token);
  }

  async verify(token: string): Promise<Seat | undefined> {
    const claims = await this.tokens.verify(token);
    if (claims === undefined) return undefined;
    const { sub, room, code, tid, num } = claims;
    return { tenantId: tid, roomId: room, code, participantId: sub, number: num };
  }
}
