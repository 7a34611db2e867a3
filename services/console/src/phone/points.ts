import { ALL_POINTS, type DifferentialAnswer, ENTRIES } from '../../../../libs/learning/src/answers/answer';

/** A line of the form: a disease of the vocabulary, or words of one's own where `diseaseId` is null. */
export interface PointRow {
  readonly key: number;
  readonly text: string;
  readonly diseaseId: string | null;
  /** 0 where nothing was given yet. */
  readonly points: number;
}

export interface PointForm {
  readonly rows: readonly PointRow[];
  readonly other: number;
}

/** Most that one line can hold: the others hold at least 1 each. */
export const MOST_POINTS = ALL_POINTS - ENTRIES.min;
const STEP = 5;

const emptyRow = (key: number): PointRow => ({ key, text: '', diseaseId: null, points: 0 });

export const emptyForm = (): PointForm => ({
  rows: Array.from({ length: ENTRIES.min }, (_, at) => emptyRow(at + 1)),
  other: 0,
});

export const canAddRow = ({ rows }: PointForm): boolean => rows.length < ENTRIES.max;
export const canRemoveRow = ({ rows }: PointForm): boolean => rows.length > ENTRIES.min;

export function withNewRow(form: PointForm): PointForm {
  const key = Math.max(...form.rows.map((row) => row.key)) + 1;
  return canAddRow(form) ? { ...form, rows: [...form.rows, emptyRow(key)] } : form;
}

export const withoutRow = (form: PointForm, key: number): PointForm => ({
  ...form,
  rows: form.rows.filter((row) => row.key !== key),
});

export const withRow = (form: PointForm, key: number, change: Partial<Omit<PointRow, 'key'>>): PointForm => ({
  ...form,
  rows: form.rows.map((row) => (row.key === key ? { ...row, ...change } : row)),
});

/** Whole points between 0 and the most; what is no number is 0. */
export const wholePoints = (value: number): number =>
  Number.isFinite(value) ? Math.min(MOST_POINTS, Math.max(0, Math.round(value))) : 0;

/** The next multiple of five; from 5 down to 1, because what is named is never given nothing. */
export function stepped(points: number, direction: 1 | -1): number {
  if (direction === 1) return wholePoints(Math.floor(points / STEP) * STEP + STEP);
  return points === 0 ? 0 : Math.max(1, Math.ceil(points / STEP) * STEP - STEP);
}

const isNamed = (row: PointRow): boolean => row.text.trim() !== '';

export const sumOf = ({ rows, other }: PointForm): number =>
  rows.reduce((sum, { points }) => sum + points, other);

/** What stands between the form and its being committed. */
export type FormStep =
  | { readonly step: 'name'; readonly missing: number }
  | { readonly step: 'name-or-clear' }
  | { readonly step: 'named-twice'; readonly text: string }
  | { readonly step: 'give-each'; readonly text: string }
  | { readonly step: 'take-away'; readonly points: number }
  | { readonly step: 'keep-for-other' }
  | { readonly step: 'rest-to-other'; readonly points: number; readonly answer: DifferentialAnswer }
  | { readonly step: 'commit'; readonly answer: DifferentialAnswer };

/** The one thing to do next; an answer as soon as there can be one, the points that are left going to Other. */
export function nextStep(form: PointForm): FormStep {
  const named = form.rows.filter(isNamed);
  if (named.length < ENTRIES.min) return { step: 'name', missing: ENTRIES.min - named.length };
  if (form.rows.some((row) => !isNamed(row) && row.points > 0)) return { step: 'name-or-clear' };
  const twice = repeatedOf(named);
  if (twice !== undefined) return { step: 'named-twice', text: twice.text };
  const without = named.find(({ points }) => points === 0);
  if (without !== undefined) return { step: 'give-each', text: without.text };
  const left = ALL_POINTS - sumOf(form);
  if (left < 0) return { step: 'take-away', points: -left };
  if (form.other + left === 0) return { step: 'keep-for-other' };
  const answer = answerOf(named, form.other + left);
  return left > 0 ? { step: 'rest-to-other', points: left, answer } : { step: 'commit', answer };
}

const wordsOf = ({ text, diseaseId }: PointRow): string =>
  diseaseId ?? text.trim().replace(/\s+/g, ' ').toLowerCase();

function repeatedOf(rows: readonly PointRow[]): PointRow | undefined {
  const words = rows.map(wordsOf);
  return rows.find((_, at) => words.indexOf(words[at] ?? '') < at);
}

const answerOf = (rows: readonly PointRow[], other: number): DifferentialAnswer => ({
  kind: 'differential',
  entries: rows.map(({ diseaseId, text, points }) =>
    diseaseId === null ? { text: text.trim(), points } : { diseaseId, points },
  ),
  other,
});

/** The form that an answer came from, to change it; also how the next stage begins: with what one thought before. */
export function formOf(answer: DifferentialAnswer, nameOf: (diseaseId: string) => string): PointForm {
  const rows = answer.entries.map((entry, at) =>
    'diseaseId' in entry
      ? { key: at + 1, text: nameOf(entry.diseaseId), diseaseId: entry.diseaseId, points: entry.points }
      : { key: at + 1, text: entry.text, diseaseId: null, points: entry.points },
  );
  return { rows, other: answer.other };
}
