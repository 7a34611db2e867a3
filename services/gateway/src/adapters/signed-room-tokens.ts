import { isWholeText } from '@openrounds/contracts';
import { type Clock, type KeyRing } from '@openrounds/platform';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { type Seat } from '../model/seat';
import { type RoomToken, type RoomTokens } from '../ports/room-tokens';

const TYPE = 'room+jwt';
const ALGORITHM = 'HS256';
const LIFE_SECONDS = 24 * 60 * 60;
/** How far the clocks of two gateways may be apart. */
const CLOCK_TOLERANCE_SECONDS = 60;

const Claims = z.object({
  sub: z.uuid(),
  room: z.uuid(),
  code: z.string().min(1),
  tid: z.string().min(1).refine(isWholeText),
  num: z.number().int().min(1),
});

/**
 * JWTs (RFC 7519) with an HMAC under the installation's room keys. The type in the header (RFC 8725, section 3.11) keeps
 * a token that is signed for something else from opening a room.
 */
export class SignedRoomTokens implements RoomTokens {
  constructor(
    private readonly ring: KeyRing,
    private readonly clock: Clock,
  ) {}

  async sign({ tenantId, roomId, code, participantId, number }: Seat): Promise<RoomToken> {
    const { current } = this.ring;
    const issued = Math.floor(this.clock.now().getTime() / 1000);
    const expires = issued + LIFE_SECONDS;
    const token = await new SignJWT({ room: roomId, code, tid: tenantId, num: number })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: current })
      .setSubject(participantId)
      .setIssuedAt(issued)
      .setExpirationTime(expires)
      .sign(this.keyOf(current));
    return { token, expiresAt: new Date(expires * 1000) };
  }

  isOne(token: string): boolean {
    try {
      return decodeProtectedHeader(token).typ === TYPE;
    } catch {
      return false;
    }
  }

  async verify(token: string): Promise<Seat | undefined> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.keyOf(kid ?? ''), {
        algorithms: [ALGORITHM],
        typ: TYPE,
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: this.clock.now(),
      });
      const { sub, room, code, tid, num } = Claims.parse(payload);
      return { tenantId: tid, roomId: room, code, participantId: sub, number: num };
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined;
      throw error;
    }
  }

  private keyOf(id: string): Buffer {
    const key = this.ring.keys.get(id);
    if (key === undefined) throw new errors.JWKSNoMatchingKey();
    return key;
  }
}
