import { type DifferentialAnswer } from '../answers/answer';
import { diseaseOf, type Reading } from '../names/match-words';
import { type StatedList } from '../scores/stated-list';

/** A line of a list as it is kept: what it counts for, and the words it was written in, while they are kept. */
export interface CommittedEntry {
  /** Null where words match no disease: they count as Other. */
  readonly diseaseId: string | null;
  /** Null where it was picked from the vocabulary. */
  readonly text: string | null;
  readonly points: number;
}

/** A list that was committed to. */
export interface Commit {
  readonly kind: 'commit';
  readonly entries: readonly CommittedEntry[];
  readonly other: number;
}

/** What a learner does in an attempt: commits a list, goes on to the next stage. */
export type AttemptStep = Commit | { readonly kind: 'next' };

/** An attempt at a case: how many stages it has, and the steps so far. They alternate, a list first. */
export interface Attempt {
  readonly stages: number;
  readonly steps: readonly AttemptStep[];
}

/** Where an attempt stands. */
export interface AttemptProgress {
  /** `committing`: a list is waited for. `shown`: the stage that was committed is looked at. */
  readonly state: 'committing' | 'shown' | 'finished';
  /** The last stage that is reached, from 1. */
  readonly stageNo: number;
  /** Of the step that comes next. */
  readonly position: number;
}

export function progressOf({ stages, steps }: Attempt): AttemptProgress {
  const stageNo = steps.filter(({ kind }) => kind === 'next').length + 1;
  const position = steps.length + 1;
  if (steps.at(-1)?.kind !== 'commit') return { state: 'committing', stageNo, position };
  return { state: stageNo >= stages ? 'finished' : 'shown', stageNo, position };
}

/** The lists in the order of their stages. */
export const commitsOf = ({ steps }: Attempt): Commit[] => steps.filter((step) => step.kind === 'commit');

/** A list as it is kept: words are matched once, when they are committed, so that a score never changes afterwards. */
export const commitOf = ({ entries, other }: DifferentialAnswer, reading: Reading): Commit => ({
  kind: 'commit',
  entries: entries.map((entry) =>
    'text' in entry
      ? { diseaseId: diseaseOf(entry.text, reading), text: entry.text, points: entry.points }
      : { diseaseId: entry.diseaseId, text: null, points: entry.points },
  ),
  other,
});

/** What is scored of a list. */
export function listOf({ entries, other }: Commit): StatedList {
  const points = new Map<string, number>();
  let rest = other;
  for (const { diseaseId, points: given } of entries) {
    if (diseaseId === null) rest += given;
    else points.set(diseaseId, (points.get(diseaseId) ?? 0) + given);
  }
  return { points, other: rest };
}
