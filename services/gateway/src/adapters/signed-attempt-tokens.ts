import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type KeyRing } from '@openrounds/platform';
import { z } from 'zod';
import { type AttemptTokens, type OwnAttempt } from '../ports/attempt-tokens';
import { ROOM_KEYS } from './room-keys';
import { SignedTokens, tenantClaim } from './signed-tokens';

const DAY_SECONDS = 24 * 60 * 60;
const ATTEMPT_TOKEN = {
  type: 'attempt+jwt',
  /** Where the assignment has no closing time. */
  lifeSeconds: 7 * DAY_SECONDS,
  claims: z.object({
    sub: z.uuid(),
    tid: tenantClaim,
    att: z.uuid(),
    exp: z.number().int(),
  }),
};

/** Tokens that name one attempt of a learner, until a day after its assignment closes. */
@Injectable()
export class SignedAttemptTokens implements AttemptTokens {
  private readonly tokens: SignedTokens<typeof ATTEMPT_TOKEN.claims>;

  constructor(
    @Inject(ROOM_KEYS) ring: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.tokens = new SignedTokens(ATTEMPT_TOKEN, ring, clock);
  }

  async sign(
    { tenantId, learnerId, attemptId }: OwnAttempt,
    closesAt: Date | null,
  ): Promise<string | undefined> {
    const until = closesAt === null ? undefined : new Date(closesAt.getTime() + DAY_SECONDS * 1000);
    if (until !== undefined && until <= this.clock.now()) return undefined;
    return (await this.tokens.sign({ sub: learnerId, tid: tenantId, att: attemptId }, until)).token;
  }

  isOne(token: string): boolean {
    return this.tokens.isOne(token);
  }

  async verify(token: string): ReturnType<AttemptTokens['verify']> {
    const read = await this.tokens.verify(token);
    if (read === undefined) return undefined;
    const { sub, tid, att, exp } = read;
    return { tenantId: tid, learnerId: sub, attemptId: att, expiresAt: new Date(exp * 1000) };
  }
}
