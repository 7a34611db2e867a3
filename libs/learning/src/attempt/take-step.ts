import { GRACE_MS } from '../room/timers';
import { type Attempt, type AttemptStep, progressOf } from './attempt';

/** When an assignment can be taken; times in ms since the epoch. */
export interface Opening {
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  readonly releasedAt: number | null;
}

export type OpeningState = 'planned' | 'open' | 'closed' | 'released';

export function openingState({ opensAt, closesAt, releasedAt }: Opening, now: number): OpeningState {
  if (releasedAt !== null) return 'released';
  if (closesAt !== null && now >= closesAt) return 'closed';
  return opensAt !== null && now < opensAt ? 'planned' : 'open';
}

/** Whether steps still count: until three seconds after the closing time, since networks are slow; never after release. */
export const takesSteps = ({ closesAt, releasedAt }: Opening, now: number): boolean =>
  releasedAt === null && (closesAt === null || now < closesAt + GRACE_MS);

/**
 * Why another attempt cannot begin; null where it can.
 *
 * @param allowed null for as many as one likes
 */
export function beginRefusal(
  opening: Opening,
  now: number,
  { begun, allowed }: { readonly begun: number; readonly allowed: number | null },
): 'not-open' | 'assignment-closed' | 'attempts-used' | null {
  const state = openingState(opening, now);
  if (state === 'planned') return 'not-open';
  if (state !== 'open') return 'assignment-closed';
  return allowed !== null && begun >= allowed ? 'attempts-used' : null;
}

export type StepOutcome =
  | { readonly ok: true; readonly status: 'taken'; readonly attempt: Attempt }
  /** It came before. */
  | { readonly ok: true; readonly status: 'unchanged'; readonly attempt: Attempt }
  | {
      readonly ok: false;
      readonly code: 'assignment-closed' | 'attempt-finished' | 'commit-first' | 'step-out-of-order';
    };

const refusal = (code: (StepOutcome & { ok: false })['code']): StepOutcome => ({ ok: false, code });

/**
 * Takes one step of an attempt. A position that comes again with the same step changes nothing, also after the closing time;
 * with another step it is refused.
 *
 * @param position from 1
 */
export function takeStep(
  attempt: Attempt,
  { position, step }: { readonly position: number; readonly step: AttemptStep },
  { opening, now }: { readonly opening: Opening; readonly now: number },
): StepOutcome {
  const before = attempt.steps[position - 1];
  if (before !== undefined)
    return isSame(before, step) ? { ok: true, status: 'unchanged', attempt } : refusal('step-out-of-order');
  const progress = progressOf(attempt);
  if (progress.state === 'finished') return refusal('attempt-finished');
  if (!takesSteps(opening, now)) return refusal('assignment-closed');
  if (position !== progress.position) return refusal('step-out-of-order');
  if (progress.state === 'committing' && step.kind === 'next') return refusal('commit-first');
  if (progress.state === 'shown' && step.kind === 'commit') return refusal('step-out-of-order');
  return { ok: true, status: 'taken', attempt: { ...attempt, steps: [...attempt.steps, step] } };
}

function isSame(one: AttemptStep, two: AttemptStep): boolean {
  if (one.kind === 'next' || two.kind === 'next') return one.kind === two.kind;
  return (
    one.other === two.other &&
    one.entries.length === two.entries.length &&
    one.entries.every((entry, at) => {
      const other = two.entries[at];
      return (
        entry.diseaseId === other?.diseaseId && entry.text === other.text && entry.points === other.points
      );
    })
  );
}
