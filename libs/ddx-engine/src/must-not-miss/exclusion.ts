import { ABSENT, type CompiledDisease, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedCase } from '../evidence/coded-case';
import { type ContradictedExclusion } from '../model/answer';
import { type EngineLink, type ExcludingFinding } from '../model/knowledge';
import { TIE } from '../numeric/bounds';
import { sumOf } from '../numeric/sum';
import { hallmarksAgainst } from './hallmark';

/** A negative result excludes only if the disease hardly ever gives it: sensitivity 0.95 or LR- 0.1. */
const SENSITIVITY_TO_EXCLUDE = 0.95;
const NEGATIVE_RATIO_TO_EXCLUDE = 0.1;

/** Only what was observed without reservation excludes: "chest clear" stands for several findings, and for none surely. */
const CERTAINTY_TO_EXCLUDE = 1;

/** What takes a disease off the list, by id, and what would if nothing spoke against it. */
export interface Exclusions {
  readonly by: readonly string[];
  readonly contradicted: readonly ContradictedExclusion[];
}

const excludingByDisease = new WeakMap<CompiledDisease, readonly ExcludingFinding[]>();

/** The findings that could exclude the disease: those named for it whose negative result is rare enough in it. */
export function excludingFindings(disease: CompiledDisease): readonly ExcludingFinding[] {
  const known = excludingByDisease.get(disease);
  if (known !== undefined) return known;
  const { links, mustNotMiss } = disease.definition;
  const excluding = (mustNotMiss?.excludedWhen ?? []).filter((one) =>
    canExclude(
      one,
      links.find(({ finding }) => finding === one.finding),
    ),
  );
  excludingByDisease.set(disease, excluding);
  return excluding;
}

/** The excluding findings that were observed so, those against which a hallmark of the disease stands set apart. */
export function exclusionsOf(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  disease: CompiledDisease,
): Exclusions {
  const observed = excludingFindings(disease)
    .filter((excluding) => isObserved(compiled, coded, excluding))
    .map(({ finding }) => ({
      findingId: finding,
      by: hallmarksAgainst(compiled, coded, disease, compiled.findingIndex.get(finding) ?? -1),
    }));
  return {
    by: observed.filter(({ by }) => by.length === 0).map(({ findingId }) => findingId),
    contradicted: observed.filter(({ by }) => by.length > 0),
  };
}

function isObserved(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  { finding, states }: ExcludingFinding,
): boolean {
  const index = compiled.findingIndex.get(finding) ?? -1;
  const observed = coded.observations.get(index);
  if (observed === undefined || observed.certainty < CERTAINTY_TO_EXCLUDE) return false;
  if (states === undefined) return observed.outcome === ABSENT;
  return states.includes(compiled.findings[index]?.outcomes[observed.outcome] ?? '');
}

function canExclude({ states }: ExcludingFinding, link: EngineLink | undefined): boolean {
  if (link === undefined) return false;
  if (typeof link.theta === 'number') return link.theta >= SENSITIVITY_TO_EXCLUDE;
  if (link.theta === undefined) return link.lrNeg !== undefined && link.lrNeg <= NEGATIVE_RATIO_TO_EXCLUDE;
  const { theta } = link;
  return sumOf(states ?? [], (state) => theta[state] ?? 1) <= 1 - SENSITIVITY_TO_EXCLUDE + TIE;
}
