import { type ScoreValues } from '@openrounds/ddx-engine';
import { type KnowledgeContent } from '../bundle/knowledge-bundle';
import { lookupOf } from '../bundle/lookup';
import { type Score, type ScoreInputEntry } from '../schema/score';
import { convertUnit } from '../text/ucum';

export type GivenScoreValue =
  | boolean
  | number
  | string
  | null
  | { readonly value: number; readonly unit: string };

/** Values in the units of their inputs, and the inputs whose units do not convert. */
export interface ReadScoreValues {
  readonly values: ScoreValues;
  readonly notConvertible: readonly string[];
}

/** Converts what comes with a unit of its own (UCUM) to the unit of the input. Whether it is in range is the engine's. */
export function readScoreValues(
  knowledge: KnowledgeContent,
  score: Score,
  given: Readonly<Record<string, GivenScoreValue>>,
): ReadScoreValues {
  const inputs = new Map(score.inputs.map((input) => [input.id, input]));
  const read = Object.entries(given).map(([id, value]) => ({
    id,
    value: typeof value === 'object' && value !== null ? converted(knowledge, inputs.get(id), value) : value,
  }));
  return {
    values: Object.fromEntries(read.map(({ id, value }) => [id, value])),
    notConvertible: read.filter(({ value }) => value === undefined).map(({ id }) => id),
  };
}

function converted(
  knowledge: KnowledgeContent,
  input: ScoreInputEntry | undefined,
  { value, unit }: { readonly value: number; readonly unit: string },
): number | undefined {
  if (input === undefined) return value;
  if (input.type !== 'number') return undefined;
  const finding = input.prefill && 'quantity' in input.prefill ? input.prefill.quantity : '';
  return convertUnit(value, unit, input.unit, lookupOf(knowledge).findings.get(finding)?.molecularWeight);
}
