import { ABSENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { numberOfLink } from '../compile/link-numbers';
import { type EngineParameters } from '../model/parameters';
import { uncertainLogLikelihoodRatio } from '../numeric/log-likelihood-ratio';
import { type CodedObservation, type FamilyCase } from './coded-case';
import { type CodedRow } from './coded-row';
import { absentEntries, type Entry, entryOfItself, presentEntries, stateEntries } from './entries';
import { redundancyWeights } from './redundancy';

const UNLINKED: ReadonlyMap<number, number> = new Map();

/** From finding to link. */
export type KnownLinks = Pick<ReadonlyMap<number, number>, 'get' | 'has'>;

/** What a diagnosis, one disease or two at once, knows about findings. */
export interface Hypothesis {
  /** The findings that it knows, with the link that says what; -1 where two links speak together. */
  readonly links: KnownLinks;
  /** Log likelihood ratio of an entry whose finding it knows. */
  logRatioOf(entry: Pick<Entry, 'finding' | 'outcome' | 'certainty'>): number;
  /** Whether it knows the finding, or one above or below it. */
  relates(finding: number): boolean;
}

/** All rows of evidence that one family of findings gives for one disease, in no particular order. */
export function familyRows(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  family: FamilyCase,
  disease: number,
): CodedRow[] {
  const links: KnownLinks = compiled.diseases[disease]?.linkOf ?? UNLINKED;
  return hypothesisRows(compiled, parameters, family, {
    links,
    logRatioOf: (entry) => linkedLogRatio(compiled, parameters, links.get(entry.finding) ?? -1, entry),
    relates: (finding) => linksOnLine(compiled, links, finding),
  });
}

/** Whether one of the links is on the is-a line of the finding. */
export function linksOnLine(compiled: CompiledKnowledge, links: KnownLinks, finding: number): boolean {
  return (compiled.findings[finding]?.line ?? []).some((relative) => links.has(relative));
}

/** All rows of evidence that one family of findings gives for a hypothesis, in no particular order. */
export function hypothesisRows(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  family: FamilyCase,
  hypothesis: Hypothesis,
): CodedRow[] {
  return weigh(rowsAlone(compiled, parameters, family, hypothesis), parameters);
}

/** What the rules of is-a make of a family of findings for a hypothesis, the numbers left open. */
export interface CountedFindings {
  /** Findings that it knows. */
  readonly linked: readonly Entry[];
  /** Those of `family.demanding` that it leaves unexplained. */
  readonly unexplained: readonly CodedObservation[];
}

/** Applies the rules of is-a: which findings count for a hypothesis, and what stands behind each. */
export function countedFindings(
  compiled: CompiledKnowledge,
  family: FamilyCase,
  { links, relates }: Pick<Hypothesis, 'links' | 'relates'>,
): CountedFindings {
  // A finding without relatives stands for itself or for nothing.
  if (family.lone !== undefined) {
    return links.has(family.lone.finding)
      ? { linked: [entryOfItself(compiled, family.lone)], unexplained: [] }
      : { linked: [], unexplained: family.demanding };
  }
  return {
    linked: joined(
      presentEntries(compiled, links, family.present),
      absentEntries(compiled, links, family.absent),
      stateEntries(compiled, links, family.states),
    ),
    unexplained: family.demanding.filter(({ finding }) => !relates(finding)),
  };
}

/** Most often only one of the lists has anything: then it is not copied. */
function joined(...lists: readonly (readonly Entry[])[]): readonly Entry[] {
  const filled = lists.filter((list) => list.length > 0);
  return filled.length < 2 ? (filled[0] ?? []) : filled.flat();
}

/** The rows of a family for a hypothesis, each with the weight that it has alone. */
function rowsAlone(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  family: FamilyCase,
  hypothesis: Hypothesis,
): CodedRow[] {
  const { links, logRatioOf } = hypothesis;
  const { linked, unexplained } = countedFindings(compiled, family, hypothesis);
  const rows: CodedRow[] = [];
  for (const entry of linked) {
    rows.push(weighed(entry, links.get(entry.finding) ?? -1, logRatioOf(entry), 1, parameters));
  }
  for (const observation of unexplained) {
    rows.push(unexplainedRow(entryOfItself(compiled, observation), parameters));
  }
  return rows;
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
  const certain = numberOfLink(compiled, link, 'logRatio', outcome);
  if (Number.isNaN(certain)) return 0;
  const isAbsence = (compiled.findings[finding]?.binary ?? false) && outcome === ABSENT;
  const baseline = compiled.findings[finding]?.baseline[outcome] ?? NaN;
  const ratio =
    certainty === 1
      ? certain
      : uncertainLogLikelihoodRatio(numberOfLink(compiled, link, 'likelihood', outcome), baseline, certainty);
  return isAbsence ? parameters.nu * ratio : ratio;
}

function unexplainedRow(entry: Entry, parameters: EngineParameters): CodedRow {
  return weighed(entry, -1, unexplainedLogRatio(entry.certainty, parameters), 1, parameters);
}

/** Names every property: many rows are made, and copying an object with a spread takes several times as long. */
function weighed(
  { finding, outcome, certainty, origins, group }: Entry,
  link: number,
  logLikelihoodRatio: number,
  weight: number,
  { T }: EngineParameters,
): CodedRow {
  const contribution = (weight * logLikelihoodRatio) / T;
  return { finding, outcome, certainty, origins, group, link, logLikelihoodRatio, weight, contribution };
}

/** Natural log of the likelihood ratio of a finding that a disease leaves unexplained: `ln(1 - (2q - 1)(1 - upsilon))`. */
export function unexplainedLogRatio(certainty: number, { upsilon }: EngineParameters): number {
  const sureness = 2 * certainty - 1;
  return Math.log(1 - sureness * (1 - upsilon));
}

function weigh(rows: CodedRow[], parameters: EngineParameters): CodedRow[] {
  const weights = redundancyWeights(rows, parameters.rho);
  if (weights.size === 0) return rows;
  return rows.map((row) =>
    weighed(row, row.link, row.logLikelihoodRatio, weights.get(row) ?? row.weight, parameters),
  );
}
