import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type EngineParameters } from '../model/parameters';
import { type CodedCase } from './coded-case';
import { type CodedRow } from './coded-row';
import { familyRows } from './family-rows';

/** A case under the parameters that it is scored with. */
export interface CaseUnderParameters {
  readonly coded: CodedCase;
  readonly parameters: EngineParameters;
}

type RowsOfDisease = readonly (readonly CodedRow[])[];

const rowsByCase = new WeakMap<CaseUnderParameters, Map<number, RowsOfDisease>>();

/**
 * The rows of evidence for one disease, family by family in the order of `coded.families`. Kept as long as the case is:
 * the list, the pairs and the draws are all made of the rows of the same leading diseases.
 */
export function rowsOf(
  compiled: CompiledKnowledge,
  scored: CaseUnderParameters,
  disease: number,
): RowsOfDisease {
  let byDisease = rowsByCase.get(scored);
  if (byDisease === undefined) {
    byDisease = new Map();
    rowsByCase.set(scored, byDisease);
  }
  const known = byDisease.get(disease);
  if (known !== undefined) return known;
  const rows = Array.from(scored.coded.families.values(), (family) =>
    familyRows(compiled, scored.parameters, family, disease),
  );
  byDisease.set(disease, rows);
  return rows;
}
