import { ABSENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { numberOfLink } from '../compile/link-numbers';
import { type CodedObservation, type FamilyCase } from '../evidence/coded-case';
import {
  type Hypothesis,
  hypothesisRows,
  type KnownLinks,
  linkedLogRatio,
  linksOnLine,
} from '../evidence/family-rows';
import { rowsOf } from '../evidence/rows-of-case';
import { type ScoredCase } from '../ranking/scored-case';
import { type FamilyView, familyView, type Support } from './family-view';
import { jointLogRatio } from './joint-likelihood';

/** What one disease alone makes of one family of findings. */
interface SingleFamilyView {
  readonly family: FamilyCase;
  readonly view: FamilyView;
  /** Whether it knows anything on the is-a lines of what was observed. */
  readonly isKnown: boolean;
}

/** A disease with what it makes of the case, family by family in the order of their ids. */
export interface SingleView {
  readonly disease: number;
  readonly families: readonly SingleFamilyView[];
}

/** What one disease alone makes of every family of findings in the case, worked out once for all its pairs. */
export function singleView(compiled: CompiledKnowledge, scored: ScoredCase, disease: number): SingleView {
  const links = compiled.diseases[disease]?.linkOf ?? new Map<number, number>();
  const rows = rowsOf(compiled, scored, disease);
  const families = Array.from(scored.coded.families.values(), (family, at) => ({
    family,
    view: familyView(compiled, rows[at] ?? []),
    isKnown: [...family.present, ...family.absent, ...family.states].some(({ finding }) =>
      linksOnLine(compiled, links, finding),
    ),
  })).sort((a, b) => a.family.family - b.family.family);
  return { disease, families };
}

/**
 * What two diseases at once, which together know what either knows, make of the case, family by family. Where only one
 * of them knows anything about a family of findings, what it makes of it stands for both.
 */
export function pairViews(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  a: SingleView,
  b: SingleView,
): FamilyView[] {
  const hypothesis = pairHypothesis(compiled, scored, a.disease, b.disease);
  return a.families.map((ofA, at) => familyOfBoth(compiled, scored, hypothesis, ofA, b.families[at]));
}

function familyOfBoth(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  hypothesis: Hypothesis,
  ofA: SingleFamilyView,
  ofB: SingleFamilyView | undefined,
): FamilyView {
  if (ofB?.isKnown !== true) return ofA.view;
  if (!ofA.isKnown) return ofB.view;
  if (ofA.family.lone !== undefined) return loneView(compiled, scored, hypothesis, ofA.family.lone);
  return familyView(compiled, hypothesisRows(compiled, scored.parameters, ofA.family, hypothesis));
}

/** What the pair makes of a finding without relatives that both know: one row, which restates nothing. */
function loneView(
  compiled: CompiledKnowledge,
  { parameters }: ScoredCase,
  hypothesis: Hypothesis,
  observation: CodedObservation,
): FamilyView {
  const { finding, outcome } = observation;
  const ratio = hypothesis.logRatioOf(observation);
  const isDenied = (compiled.findings[finding]?.binary ?? false) && outcome === ABSENT;
  return { contribution: ratio / parameters.T, support: isDenied ? NOTHING : [{ finding, ratio }] };
}

const NOTHING: readonly Support[] = [];

function pairHypothesis(
  compiled: CompiledKnowledge,
  { parameters }: ScoredCase,
  a: number,
  b: number,
): Hypothesis {
  const linksOfA = compiled.diseases[a]?.linkOf ?? new Map<number, number>();
  const linksOfB = compiled.diseases[b]?.linkOf ?? new Map<number, number>();
  const links: KnownLinks = {
    has: (finding) => linksOfA.has(finding) || linksOfB.has(finding),
    get: (finding) => {
      const [linkA, linkB] = [linksOfA.get(finding), linksOfB.get(finding)];
      return linkA === undefined ? linkB : linkB === undefined ? linkA : -1;
    },
  };
  return {
    links,
    relates: (finding) => linksOnLine(compiled, links, finding),
    logRatioOf: (entry) => {
      const finding = compiled.findings[entry.finding];
      const linkA = linksOfA.get(entry.finding);
      const linkB = linksOfB.get(entry.finding);
      if (finding === undefined || linkA === undefined || linkB === undefined) {
        return linkedLogRatio(compiled, parameters, links.get(entry.finding) ?? -1, entry);
      }
      const inA = numberOfLink(compiled, linkA, 'likelihood', entry.outcome);
      const inB = numberOfLink(compiled, linkB, 'likelihood', entry.outcome);
      return jointLogRatio(finding, [inA, inB], entry, parameters.nu);
    },
  };
}
