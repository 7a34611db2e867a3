import { type GradeCause, type GradeState } from '@openrounds/contracts';
import { nextTryAfter } from './next-try';

/**
 * Where a score stands on its way into a gradebook:
 *
 *   waiting → sending → delivered
 *                     → retrying → sending …
 *                     → needs-attention, not-wanted → waiting (a teacher sends it again)
 *
 * A newer version takes the place of one that is not delivered: `superseded`.
 */
export interface GradeProgress {
  readonly state: GradeState;
  /** Sent since it was released, or since somebody asked to send it again. */
  readonly tries: number;
  /** It was sent and no answer came: the platform may have it. */
  readonly unsure: boolean;
  readonly sentTwice: boolean;
  readonly cause: GradeCause | null;
  /** HTTP status of the last answer. */
  readonly status: number | null;
  readonly nextTryAt: Date | null;
  readonly deliveredAt: Date | null;
}

/** What came of one try. */
export type TryOutcome =
  | { readonly kind: 'delivered'; readonly sentAgainUnread: boolean }
  | {
      readonly kind: 'passing';
      readonly cause: GradeCause;
      readonly status: number | null;
      /** How long the platform asked to wait, in milliseconds. */
      readonly waitMs: number | null;
      /** The score may have arrived. */
      readonly unsure: boolean;
    }
  | {
      readonly kind: 'needs-attention' | 'not-wanted';
      readonly cause: GradeCause;
      readonly status: number | null;
      /** It may mend itself soon: it is tried this often before somebody is asked. Left out: somebody is asked at once. */
      readonly triesFirst?: number;
    };

export const FRESH: GradeProgress = {
  ...{ state: 'waiting', tries: 0, unsure: false, sentTwice: false },
  ...{ cause: null, status: null, nextTryAt: null, deliveredAt: null },
};

/** States that a newer version ends at once; one that is being sent is ended by whoever sends it. */
export const SUPERSEDABLE: readonly GradeState[] = ['waiting', 'retrying', 'needs-attention', 'not-wanted'];
/** States out of which a teacher can have a score sent again. */
export const RESENDABLE: readonly GradeState[] = ['retrying', 'needs-attention', 'not-wanted'];

/** A try begins. One that is found in `sending` was cut off in the middle: the platform may have the score. */
export const beginTry = (progress: GradeProgress): GradeProgress => ({
  ...progress,
  state: 'sending',
  unsure: progress.unsure || progress.state === 'sending',
  nextTryAt: null,
});

/**
 * A try is over.
 *
 * @param chance from 0 to 1, spreads the next try
 * @param newer a newer version waits: this one is not tried again
 */
export function endTry(
  progress: GradeProgress,
  outcome: TryOutcome,
  { now, chance, newer }: { readonly now: Date; readonly chance: number; readonly newer: boolean },
): GradeProgress {
  const tries = progress.tries + 1;
  if (outcome.kind === 'delivered')
    return {
      ...{ ...progress, tries, state: 'delivered', unsure: false, cause: null, status: null },
      sentTwice: progress.sentTwice || outcome.sentAgainUnread,
      deliveredAt: now,
    };
  const { cause, status } = outcome;
  const unsure = progress.unsure || (outcome.kind === 'passing' && outcome.unsure);
  const failed = { ...progress, tries, cause, status, unsure };
  if (newer) return { ...failed, state: 'superseded' };
  const isFinal = outcome.kind !== 'passing' && tries >= (outcome.triesFirst ?? 0);
  if (isFinal) return { ...failed, state: outcome.kind };
  const waitMs = outcome.kind === 'passing' ? (outcome.waitMs ?? 0) : 0;
  const nextTryAt = nextTryAfter(tries, now, chance, waitMs);
  if (nextTryAt === undefined) return { ...failed, state: 'needs-attention', cause: 'gave-up' };
  return { ...failed, state: 'retrying', nextTryAt };
}

/** Somebody has it sent again: what is not known of earlier tries stays unknown. */
export const sendAgain = (progress: GradeProgress): GradeProgress =>
  RESENDABLE.includes(progress.state)
    ? { ...FRESH, unsure: progress.unsure, sentTwice: progress.sentTwice }
    : progress;
