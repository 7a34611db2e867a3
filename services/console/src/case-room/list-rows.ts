import type { DifferentialEntry, Run } from '../api/types';

/** A leader is drawn large with its reasons: at most three, none below this probability but the first. */
const LEADERS = 3;
const LEADING_FROM = 0.05;

export type ListRow =
  | {
      readonly kind: 'disease';
      readonly key: string;
      readonly disease: DifferentialEntry;
      readonly leader: boolean;
    }
  | {
      readonly kind: 'other';
      readonly key: 'other';
      readonly probability: number;
      readonly interval: DifferentialEntry['interval'];
    }
  | {
      readonly kind: 'remainder';
      readonly key: 'remainder';
      readonly probability: number;
      readonly count: number;
    };

/**
 * The rows of the list in the order in which they stand: diseases by rank, Other at its place among them without a
 * rank, and at the end the diseases that were not listed, which are no part of Other.
 */
export function listRows(run: Pick<Run, 'differential' | 'other' | 'remainder'>): ListRow[] {
  const { other, remainder } = run;
  const diseases = run.differential.map((disease, i): ListRow => {
    const leader = i === 0 || (i < LEADERS && disease.probability >= LEADING_FROM);
    return { kind: 'disease', key: disease.diseaseId, disease, leader };
  });
  const rows = [...diseases];
  if (other !== null) {
    const place = run.differential.findIndex(({ probability }) => probability < other.probability);
    rows.splice(place === -1 ? rows.length : place, 0, {
      kind: 'other',
      key: 'other',
      probability: other.probability,
      interval: other.interval ?? null,
    });
  }
  if (remainder !== null && remainder.count > 0)
    rows.push({ kind: 'remainder', key: 'remainder', ...remainder });
  return rows;
}
