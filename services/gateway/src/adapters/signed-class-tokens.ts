import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type KeyRing } from '@openrounds/platform';
import { z } from 'zod';
import { type ClassToken, type ClassTokens, type Enrolment } from '../ports/class-tokens';
import { ROOM_KEYS } from './room-keys';
import { SignedTokens, tenantClaim } from './signed-tokens';

const CLASS_TOKEN = {
  type: 'class+jwt',
  /** A year of study, and what is left of the holidays after it. */
  lifeSeconds: 400 * 24 * 60 * 60,
  claims: z.object({
    sub: z.uuid(),
    cls: z.uuid(),
    tid: tenantClaim,
    exp: z.number().int(),
  }),
};

/** Tokens that name a learner without an account, for 400 days. */
@Injectable()
export class SignedClassTokens implements ClassTokens {
  private readonly tokens: SignedTokens<typeof CLASS_TOKEN.claims>;

  constructor(@Inject(ROOM_KEYS) ring: KeyRing, @Inject(CLOCK) clock: Clock) {
    this.tokens = new SignedTokens(CLASS_TOKEN, ring, clock);
  }

  sign({ tenantId, learnerId, classId }: Enrolment): Promise<ClassToken> {
    return this.tokens.sign({ sub: learnerId, cls: classId, tid: tenantId });
  }

  isOne(token: string): boolean {
    return this.tokens.isOne(token);
  }

  async verify(token: string): Promise<(Enrolment & { readonly expiresAt: Date }) | undefined> {
    const claims = await this.tokens.verify(token);
    if (claims === undefined) return undefined;
    const { sub, cls, tid, exp } = claims;
    return { tenantId: tid, learnerId: sub, classId: cls, expiresAt: new Date(exp * 1000) };
  }
}
