import { type DiseaseProbability } from './pool';

/** How far two opinions on a case are apart. */
export interface Disagreement {
  /** The leading diagnoses differ. */
  readonly topDiffers: boolean;
  /** Total variation distance, 0 (the same) to 1 (nothing in common). */
  readonly totalVariation: number;
}

/** Above this total variation the two opinions are said to disagree even if their leaders agree. */
export const NOTABLE_VARIATION = 0.3;

/**
 * Compares the engine's and a model's probabilities. All that a list does not name counts as one further outcome
 * with the probability that is left, so that a model which names little is not taken to agree.
 *
 * @param engine - diseases of the knowledge base, in any order; sum at most 1.
 * @param llm - the same of the model.
 */
export function disagreementOf(
  engine: readonly DiseaseProbability[],
  llm: readonly DiseaseProbability[],
): Disagreement {
  const [p, q] = [byId(engine), byId(llm)];
  const ids = [...new Set([...p.keys(), ...q.keys()])].sort();
  const named = ids.reduce((sum, id) => sum + Math.abs((p.get(id) ?? 0) - (q.get(id) ?? 0)), 0);
  const unnamed = Math.abs(left(engine) - left(llm));
  return { topDiffers: leader(engine) !== leader(llm), totalVariation: Math.min(1, (named + unnamed) / 2) };
}

/** Whether the reader must be warned that the opinions differ. */
export function isNotable({ topDiffers, totalVariation }: Disagreement): boolean {
  return topDiffers || totalVariation > NOTABLE_VARIATION;
}

function byId(list: readonly DiseaseProbability[]): Map<string, number> {
  return new Map(list.map(({ diseaseId, probability }) => [diseaseId, probability]));
}

function left(list: readonly DiseaseProbability[]): number {
  return Math.max(0, 1 - list.reduce((sum, { probability }) => sum + probability, 0));
}

function leader(list: readonly DiseaseProbability[]): string | undefined {
  const [first, ...rest] = list;
  if (first === undefined) return undefined;
  return rest.reduce((best, next) => (next.probability > best.probability ? next : best), first).diseaseId;
}
