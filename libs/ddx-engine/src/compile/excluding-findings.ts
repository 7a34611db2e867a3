import { type EngineDisease, type EngineLink, type ExcludingFinding } from '../model/knowledge';
import { TIE } from '../numeric/bounds';
import { sumOf } from '../numeric/sum';

/** A negative result excludes only if the disease hardly ever gives it: sensitivity 0.95 or LR- 0.1. */
const SENSITIVITY_TO_EXCLUDE = 0.95;
const NEGATIVE_RATIO_TO_EXCLUDE = 0.1;

/** The findings that could exclude the disease: those named for it whose negative result is rare enough in it. */
export function excludingFindings({ links, mustNotMiss }: EngineDisease): readonly ExcludingFinding[] {
  return (mustNotMiss?.excludedWhen ?? []).filter((one) =>
    canExclude(
      one,
      links.find(({ finding }) => finding === one.finding),
    ),
  );
}

function canExclude({ states }: ExcludingFinding, link: EngineLink | undefined): boolean {
  if (link === undefined) return false;
  if (typeof link.theta === 'number') return link.theta >= SENSITIVITY_TO_EXCLUDE;
  if (link.theta === undefined) return link.lrNeg !== undefined && link.lrNeg <= NEGATIVE_RATIO_TO_EXCLUDE;
  const { theta } = link;
  return sumOf(states ?? [], (state) => theta[state] ?? 1) <= 1 - SENSITIVITY_TO_EXCLUDE + TIE;
}
