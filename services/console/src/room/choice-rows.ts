import type { ErrorKind } from '../../../../libs/learning/src/answers/answer';
import type { ClassResult, RoundKey, RoundTask } from './types';

type Judged = Extract<RoundKey, { kind: 'choice' }>['options'][number];

/** What the teacher says of an option, or that a line is the one with the planted error. */
export type Mark = Judged['verdict'] | 'planted';

/** A sign of its own for each, so that colour tells nothing that the sign does not. */
export const SIGNS: Readonly<Record<Mark, string>> = {
  best: '✓',
  acceptable: '○',
  poor: '–',
  harmful: '✕',
  planted: '⚑',
};

/** What can be wrong with a line, with how many said so. */
export interface KindCount {
  readonly kind: ErrorKind;
  readonly count: number;
  /** Whether it is what was planted. */
  readonly isRight: boolean;
}

export interface ChoiceRow {
  readonly id: string;
  readonly text: string;
  readonly language: 'en' | 'zh';
  readonly count: number;
  /** Null where nothing is said, or not yet shown. */
  readonly mark: Mark | null;
  readonly why: Judged['why'];
  /** Of a line: what was said to be wrong there, the most frequent first. */
  readonly kinds: readonly KindCount[];
}

/** What could be chosen, with how many did; in the order in which it was offered. */
export function choiceRows(task: RoundTask, result: ClassResult | null, key: RoundKey | null): ChoiceRow[] {
  if (!('spec' in task)) return [];
  if ('options' in task.spec) {
    const counts = result?.kind === 'choice' ? result.options : [];
    const judged = key?.kind === 'choice' ? key.options : [];
    return task.spec.options.map(({ id, text }) => {
      const said = judged.find(({ optionId }) => optionId === id);
      return {
        id,
        ...text,
        count: counts.find(({ optionId }) => optionId === id)?.count ?? 0,
        mark: said?.verdict ?? null,
        why: said?.why ?? null,
        kinds: [],
      };
    });
  }
  const places = result?.kind === 'error' ? result.places : [];
  const planted = key?.kind === 'error' ? key : null;
  return task.spec.lines.map(({ id, text }) => {
    const here = places.filter(({ lineId }) => lineId === id);
    const isWrong = planted?.lineId === id;
    return {
      id,
      ...text,
      count: here.reduce((sum, { count }) => sum + count, 0),
      mark: isWrong ? 'planted' : null,
      why: null,
      kinds: isWrong ? kindsOf(here, planted.errorKind) : [],
    };
  });
}

/** What was planted is named though nobody found it. */
function kindsOf(
  here: readonly { readonly errorKind: ErrorKind; readonly count: number }[],
  planted: ErrorKind,
): KindCount[] {
  const counts = new Map(here.map(({ errorKind, count }) => [errorKind, count]));
  if (!counts.has(planted)) counts.set(planted, 0);
  return [...counts]
    .map(([kind, count]) => ({ kind, count, isRight: kind === planted }))
    .sort((one, two) => two.count - one.count);
}
