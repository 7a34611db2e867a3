import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type EvidenceMatch, type EvidenceRow } from '../model/evidence';
import { type EngineParameters } from '../model/parameters';
import { sortDescending } from '../numeric/order';
import { type CodedCase } from './coded-case';
import { type CodedRow } from './coded-row';
import { familyRows } from './family-rows';
import { compareRows } from './redundancy';

/** All rows of evidence for one disease in the order in which they are shown and summed: strongest first. */
export function rowsInOrder(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  coded: CodedCase,
  disease: number,
): CodedRow[] {
  const rows = [...coded.families.values()].flatMap((family) =>
    familyRows(compiled, parameters, family, disease),
  );
  return sortDescending(rows, (row) => Math.abs(row.contribution), compareRows);
}

/** The public form of a row. */
export function evidenceRow(compiled: CompiledKnowledge, row: CodedRow): EvidenceRow {
  const finding = compiled.findings[row.finding];
  const outcome = finding?.outcomes[row.outcome] ?? '';
  return {
    findingId: finding?.id ?? '',
    ...(finding?.binary ? { presence: outcome === 'present' ? 'present' : 'absent' } : { state: outcome }),
    certainty: row.certainty,
    match: matchOf(row, finding?.binary === true && outcome === 'absent'),
    from: row.origins.map((origin) => compiled.findings[origin]?.id ?? ''),
    logLikelihoodRatio: row.logLikelihoodRatio,
    likelihoodRatio: Math.exp(row.logLikelihoodRatio),
    weight: row.weight,
    contribution: row.contribution,
    source: compiled.links[row.link]?.source ?? null,
  };
}

function matchOf(row: CodedRow, isAbsence: boolean): EvidenceMatch {
  if (row.link < 0) return 'unexplained';
  if (row.origins.includes(row.finding)) return 'linked';
  return isAbsence ? 'implied-absent' : 'via-ancestor';
}
