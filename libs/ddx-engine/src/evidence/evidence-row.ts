import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type EvidenceMatch, type EvidenceRow } from '../model/evidence';
import { sortDescending } from '../numeric/order';
import { type CodedRow } from './coded-row';
import { compareRows } from './redundancy';
import { type CaseUnderParameters, rowsOf } from './rows-of-case';

/** All rows of evidence for one disease in the order in which they are shown and summed: strongest first. */
export function rowsInOrder(
  compiled: CompiledKnowledge,
  scored: CaseUnderParameters,
  disease: number,
): CodedRow[] {
  const rows = rowsOf(compiled, scored, disease).flat();
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
