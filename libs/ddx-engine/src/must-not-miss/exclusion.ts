import { ABSENT, type CompiledDisease, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedCase } from '../evidence/coded-case';
import { type EngineLink, type ExcludingFinding } from '../model/knowledge';
import { sumOf } from '../numeric/sum';
import { TIE } from '../numeric/bounds';

/** A negative result excludes only if the disease hardly ever gives it: sensitivity 0.95 or LR- 0.1. */
const SENSITIVITY_TO_EXCLUDE = 0.95;
const NEGATIVE_RATIO_TO_EXCLUDE = 0.1;

/** How sure the observation must be that takes a disease off the list. */
const CERTAINTY_TO_EXCLUDE = 0.9;

/** The findings that could exclude the disease: those named for it whose negative result is rare enough in it. */
export function excludingFindings({ definition }: CompiledDisease): ExcludingFinding[] {
  const linkOf = new Map(definition.links.map((link) => [link.finding, link]));
  return (definition.mustNotMiss?.excludedWhen ?? []).filter((one) =>
    canExclude(one, linkOf.get(one.finding)),
  );
}

/** Ids of the excluding findings that were observed so, surely enough. */
export function excludedBy(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  disease: CompiledDisease,
): string[] {
  return excludingFindings(disease)
    .filter(({ finding, states }) => {
      const index = compiled.findingIndex.get(finding) ?? -1;
      const observed = coded.observations.get(index);
      if (observed === undefined || observed.certainty < CERTAINTY_TO_EXCLUDE) return false;
      if (states === undefined) return observed.outcome === ABSENT;
      return states.includes(compiled.findings[index]?.outcomes[observed.outcome] ?? '');
    })
    .map(({ finding }) => finding);
}

function canExclude({ states }: ExcludingFinding, link: EngineLink | undefined): boolean {
  if (link === undefined) return false;
  if (typeof link.theta === 'number') return link.theta >= SENSITIVITY_TO_EXCLUDE;
  if (link.theta === undefined) return link.lrNeg !== undefined && link.lrNeg <= NEGATIVE_RATIO_TO_EXCLUDE;
  const { theta } = link;
  return sumOf(states ?? [], (state) => theta[state] ?? 1) <= 1 - SENSITIVITY_TO_EXCLUDE + TIE;
}
