import type { Run } from '../api/types';

/** A disease as each of three lists has it; undefined where a list does not name it. */
export interface SideBySideRow {
  readonly diseaseId: string;
  readonly name: string;
  readonly mustNotMiss: boolean;
  readonly engine: number | undefined;
  readonly model: number | undefined;
  readonly pooled: number | undefined;
}

const MOST_ROWS = 12;

/** The diseases that the engine or the model lists, in the engine's order, then those that only the model names. */
export function rowsSideBySide(run: Pick<Run, 'differential' | 'mustNotMiss' | 'llm'>): {
  rows: SideBySideRow[];
  more: number;
} {
  const model = new Map(run.llm.differential?.map((each) => [each.diseaseId, each]));
  const pooled = new Map(run.llm.pooled?.map((each) => [each.diseaseId, each.probability]));
  const dangers = new Set(run.mustNotMiss.map(({ diseaseId }) => diseaseId));
  const engine = new Map(run.differential.map((each) => [each.diseaseId, each]));
  const named = new Map(
    [...engine.values(), ...model.values()].map(({ diseaseId, name }) => [diseaseId, name]),
  );
  const all = [...named].map(([diseaseId, name]) => ({
    diseaseId,
    name,
    mustNotMiss: dangers.has(diseaseId),
    engine: engine.get(diseaseId)?.probability,
    model: model.get(diseaseId)?.probability,
    pooled: pooled.get(diseaseId),
  }));
  // What the model names is what is compared: it is never cut off.
  const rows = all.filter((row, place) => place < MOST_ROWS || row.model !== undefined);
  return { rows, more: all.length - rows.length };
}
