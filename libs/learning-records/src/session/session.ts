import { type LaunchMode } from '../launch/launch-data';
import { type Verb } from '../model/names';

/** What decides which statements a session may still make (cmi5 §9.3, §10.2.2). */
export interface SessionState {
  readonly launchMode: LaunchMode;
  /** From 0 to 1; null: nothing is passed or failed. */
  readonly masteryScore: number | null;
  /** What this session stated so far, in its order. */
  readonly stated: readonly Verb[];
  /** What earlier sessions of the same registration and unit stated. */
  readonly before: ReadonlySet<Verb>;
}

/** What happens in a session. */
export type SessionEvent =
  | { readonly kind: 'begun' }
  | { readonly kind: 'answered' }
  /** All stages are done. Score from 0 to 1; null: it is told later. */
  | { readonly kind: 'finished'; readonly score: number | null }
  | { readonly kind: 'left' };

/**
 * The statements that follow from an event, in their order. The same event again, or one that comes too late, gives none:
 *
 * - first `initialized`, last `terminated`, each once, everything else between them;
 * - `completed` and `passed` once for a registration, `failed` not after `passed`; one of the two for a session;
 * - `passed` or `failed` by the master's score alone, and none without it;
 * - of Browse and Review nothing but the first and the last.
 */
export function statementsOf(state: SessionState, event: SessionEvent): readonly Verb[] {
  const { stated } = state;
  if (event.kind === 'begun') return stated.length === 0 ? ['initialized'] : [];
  if (stated.length === 0 || stated.includes('terminated')) return [];
  if (event.kind === 'left') return ['terminated'];
  if (state.launchMode !== 'Normal') return [];
  if (event.kind === 'answered') return ['answered'];
  return [...completion(state), ...judgement(state, event.score)];
}

const completion = ({ stated, before }: SessionState): readonly Verb[] =>
  stated.includes('completed') || before.has('completed') ? [] : ['completed'];

function judgement({ masteryScore, stated, before }: SessionState, score: number | null): readonly Verb[] {
  if (masteryScore === null || score === null || before.has('passed')) return [];
  if (stated.includes('passed') || stated.includes('failed')) return [];
  return [sent(score) >= masteryScore ? 'passed' : 'failed'];
}

/** A score as it is sent: in ten-thousandths, so that what is sent and what it is judged by are the same number. */
export const sent = (score: number): number => Math.round(score * 10_000) / 10_000;
