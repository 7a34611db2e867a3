import { ABSENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type EngineParameters } from '../model/parameters';
import { uncertainLogLikelihoodRatio } from '../numeric/log-likelihood-ratio';
import { type FamilyCase } from './coded-case';
import { type CodedRow } from './coded-row';
import { absentEntries, type Entry, entryOfItself, presentEntries, stateEntries } from './entries';
import { redundancyWeights } from './redundancy';

const UNLINKED: ReadonlyMap<number, number> = new Map();

/** All rows of evidence that one family of findings gives for one disease, in no particular order. */
export function familyRows(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  family: FamilyCase,
  disease: number,
): CodedRow[] {
  const links = compiled.diseases[disease]?.linkOf ?? UNLINKED;
  const linked = [
    ...presentEntries(compiled, links, family.present),
    ...absentEntries(compiled, links, family.absent),
    ...stateEntries(compiled, links, family.states),
  ].map((entry) => {
    const link = links.get(entry.finding) ?? -1;
    return { ...entry, link, logLikelihoodRatio: linkedLogRatio(compiled, parameters, link, entry) };
  });
  const unexplained = family.demanding
    .filter(({ finding }) => !compiled.relations.relates(disease, finding))
    .map((observation) => unexplainedRow(entryOfItself(compiled, observation), parameters));
  return weigh([...linked, ...unexplained], parameters);
}

/** The rows of a disease that knows nothing about this family: the same for all such diseases. */
export function unlinkedRows(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  family: FamilyCase,
): CodedRow[] {
  const rows = family.demanding.map((observation) =>
    unexplainedRow(entryOfItself(compiled, observation), parameters),
  );
  return weigh(rows, parameters);
}

/**
 * Natural log of the likelihood ratio of an observation for a disease that links the finding; 0 where the link does
 * not know this outcome. Absent findings are weakened by nu.
 */
export function linkedLogRatio(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  link: number,
  observation: { readonly finding: number; readonly outcome: number; readonly certainty: number },
): number {
  const { finding, outcome, certainty } = observation;
  const known = compiled.links[link];
  const certain = known?.logRatio[outcome] ?? NaN;
  if (known === undefined || Number.isNaN(certain)) return 0;
  const isAbsence = (compiled.findings[finding]?.binary ?? false) && outcome === ABSENT;
  const baseline = compiled.findings[finding]?.baseline[outcome] ?? NaN;
  const ratio =
    certainty === 1
      ? certain
      : uncertainLogLikelihoodRatio(known.likelihood[outcome] ?? NaN, baseline, certainty);
  return isAbsence ? parameters.nu * ratio : ratio;
}

type UnweighedRow = Omit<CodedRow, 'weight' | 'contribution'>;

function unexplainedRow(entry: Entry, { upsilon }: EngineParameters): UnweighedRow {
  const sureness = 2 * entry.certainty - 1;
  return { ...entry, link: -1, logLikelihoodRatio: Math.log(1 - sureness * (1 - upsilon)) };
}

function weigh(rows: readonly UnweighedRow[], { rho, T }: EngineParameters): CodedRow[] {
  const weights = redundancyWeights(rows, rho);
  return rows.map((row) => {
    const weight = weights.get(row) ?? 1;
    return { ...row, weight, contribution: (weight * row.logLikelihoodRatio) / T };
  });
}
