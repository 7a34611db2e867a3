import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type EngineParameters } from '../model/parameters';
import { type CodedCase } from './coded-case';
import { type CodedRow } from './coded-row';
import { familyRows } from './family-rows';

/** A case under the parameters that it is scored with. */
export interface CaseUnderParameters {
  readonly coded: CodedCase;
  readonly parameters: EngineParameters;
  /**
   * The rows that were asked for, by disease. Here and not in a weak map beside the case: a collection of the young keeps
   * what a weak map leads to, whether or not its case is alive, and so each answer's rows were moved to the old.
   */
  readonly rows: Map<number, RowsOfDisease>;
}

type RowsOfDisease = readonly (readonly CodedRow[])[];

/**
 * The rows of evidence for one disease, family by family in the order of `coded.families`. Kept as long as the case is:
 * the list, the pairs and the draws are all made of the rows of the same leading diseases.
 */
export function rowsOf(
  compiled: CompiledKnowledge,
  scored: CaseUnderParameters,
  disease: number,
): RowsOfDisease {
  const known = scored.rows.get(disease);
  if (known !== undefined) return known;
  const rows = Array.from(scored.coded.families.values(), (family) =>
    familyRows(compiled, scored.parameters, family, disease),
  );
  scored.rows.set(disease, rows);
  return rows;
}
