import { type EnginePatient } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { placeOfState, type Side } from './bands';
import { stateOfLevel } from './intervals';
import { type Level } from './levels';
import { convert } from './units';

/** What a report prints beside a value: its own range and flag. */
export interface ReportMarks {
  readonly range?: { readonly low?: number; readonly high?: number; readonly unit: string };
  readonly flag?: Level;
}

const SIDE_OF_FLAG: Partial<Record<Level, Side>> = {
  raised: 'high',
  'very-raised': 'high',
  lowered: 'low',
  'very-lowered': 'low',
  normal: 'normal',
};

/**
 * On which side of its own range the report puts a value: its method and population may differ from those behind our
 * intervals, so it wins. Undefined where it prints neither a range nor a flag.
 */
export function sideByReport(
  finding: VocabularyFinding,
  value: number,
  unit: string,
  { range, flag }: ReportMarks,
): Side | undefined {
  const inRangeUnit = range === undefined ? undefined : convert(value, unit, range.unit, finding);
  if (range !== undefined && inRangeUnit !== undefined) {
    if (range.low !== undefined && inRangeUnit < range.low) return 'low';
    if (range.high !== undefined && inRangeUnit > range.high) return 'high';
    if (range.low !== undefined || range.high !== undefined) return 'normal';
  }
  return flag === undefined ? undefined : SIDE_OF_FLAG[flag];
}

/**
 * The state of a value where the report's own judgement is known: ours if it lies on the same side, else the mildest
 * on the report's side. A side for which the finding has no state is as good as normal.
 */
export function stateByReport(
  finding: VocabularyFinding,
  patient: EnginePatient,
  own: string | undefined,
  side: Side,
): string | undefined {
  if (own !== undefined && placeOfState(finding, patient, own)?.side === side) return own;
  const level = side === 'high' ? 'raised' : side === 'low' ? 'lowered' : 'normal';
  const state = stateOfLevel(finding, level);
  if (state !== undefined && placeOfState(finding, patient, state)?.side === side) return state;
  return stateOfLevel(finding, 'normal') ?? own;
}
