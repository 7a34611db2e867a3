import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type KeyRing } from '@openrounds/platform';
import { z } from 'zod';
import { type Launched, type LaunchTokens } from '../ports/launch-tokens';
import { LAUNCHED_SECONDS } from '../settings';
import { ROOM_KEYS } from './room-keys';
import { SignedTokens, tenantClaim } from './signed-tokens';

const claims = z.object({
  sub: z.uuid(),
  tid: tenantClaim,
  rol: z.enum(['student', 'teacher']),
  crs: z.uuid().optional(),
  all: z.literal(true).optional(),
  exp: z.number().int(),
});

/** Tokens that name whoever came in by a launch. */
@Injectable()
export class SignedLaunchTokens implements LaunchTokens {
  private readonly tokens: SignedTokens<typeof claims>;

  constructor(
    @Inject(ROOM_KEYS) ring: KeyRing,
    @Inject(CLOCK) clock: Clock,
    @Inject(LAUNCHED_SECONDS) lifeSeconds: number,
  ) {
    this.tokens = new SignedTokens({ type: 'launch+jwt', lifeSeconds, claims }, ring, clock);
  }

  sign({ tenantId, learnerId, role, courseId, beyondCourse }: Launched): ReturnType<LaunchTokens['sign']> {
    return this.tokens.sign({
      ...{ sub: learnerId, tid: tenantId, rol: role },
      ...(courseId === null ? {} : { crs: courseId }),
      ...(beyondCourse ? { all: true as const } : {}),
    });
  }

  isOne(token: string): boolean {
    return this.tokens.isOne(token);
  }

  async verify(token: string): ReturnType<LaunchTokens['verify']> {
    const read = await this.tokens.verify(token);
    if (read === undefined) return undefined;
    const { sub, tid, rol, crs = null, all = false, exp } = read;
    const course = { courseId: crs, beyondCourse: all };
    return { tenantId: tid, learnerId: sub, role: rol, ...course, expiresAt: new Date(exp * 1000) };
  }
}
