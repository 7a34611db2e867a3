import { type ChangeCriterion as MetCriterion, type Lab, type LaboratoryChange } from '@openrounds/contracts';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type ChangeCriterion, type VocabularyFinding } from '../model/vocabulary';
import { isSignificant, referenceChange } from './reference-change';
import { hoursBetween, type Point, seriesOf } from './series';
import { sourceOf } from './source';
import { given, gather } from '../normalise/lists-by-key';

/** Differences of binary fractions are not exact: 116.5 − 90 must be 26.5. */
const withoutNoise = (value: number): number => Number(value.toPrecision(12));

/** Whether the change is as large as the criterion asks, whatever time it took. */
function isLargeEnough(
  { direction, by, times, earlierFrom }: ChangeCriterion,
  earlier: number,
  later: number,
): boolean {
  if (earlierFrom !== undefined && earlier < earlierFrom) return false;
  const change = withoutNoise(direction === 'rise' ? later - earlier : earlier - later);
  if (change <= 0) return false;
  if (by !== undefined) return change >= by;
  const [larger, smaller] = direction === 'rise' ? [later, earlier] : [earlier, later];
  return smaller > 0 && times !== undefined && withoutNoise(larger / smaller) >= times;
}

function metBy(
  criterion: ChangeCriterion,
  earlier: number,
  later: number,
  hours: number | undefined,
): MetCriterion | undefined {
  if (!isLargeEnough(criterion, earlier, later)) return undefined;
  const { id, withinHours } = criterion;
  if (withinHours !== undefined && hours !== undefined && hours > withinHours) return undefined;
  return {
    id,
    met: withinHours !== undefined && hours === undefined ? 'if-in-time' : 'yes',
    ...(withinHours === undefined ? {} : { withinHours }),
    source: sourceOf(criterion),
  };
}

function significanceOf(
  { variation }: VocabularyFinding,
  earlier: number,
  later: number,
): Pick<LaboratoryChange, 'significance' | 'referenceChange'> {
  if (variation === undefined || earlier <= 0 || later <= 0)
    return { significance: 'unknown', referenceChange: null };
  const change = referenceChange(variation);
  return {
    significance: isSignificant(earlier, later, change) ? 'significant' : 'not-significant',
    referenceChange: { ...change, source: sourceOf(variation) },
  };
}

function changeBetween(finding: VocabularyFinding, earlier: Point, later: Point): LaboratoryChange {
  const [from, to] = [earlier.number, later.number];
  const hours = hoursBetween(earlier.lab, later.lab);
  return {
    findingId: finding.id,
    earlier: earlier.place,
    later: later.place,
    from,
    to,
    unit: finding.unit ?? '1',
    absolute: withoutNoise(to - from),
    relative: from > 0 ? withoutNoise((to - from) / from) : null,
    hours: hours ?? null,
    direction: to > from ? 'rise' : to < from ? 'fall' : 'none',
    ...significanceOf(finding, from, to),
    criteria: given(finding.changeCriteria ?? [], (one) => metBy(one, from, to, hours)),
  };
}

/**
 * The changes of one test: from each value to the next, from the first to the last, and between any two values that
 * meet a criterion of their own which no step between them meets.
 */
function changesOf(finding: VocabularyFinding, points: readonly Point[]): LaboratoryChange[] {
  const last = points.length - 1;
  const changes: LaboratoryChange[] = [];
  for (const [at, later] of points.entries()) {
    for (const [before, earlier] of points.slice(0, at).entries()) {
      const change = changeBetween(finding, earlier, later);
      const isStep = before === at - 1 || (before === 0 && at === last);
      if (isStep || (change.criteria.length > 0 && !isTold(change, changes))) changes.push(change);
    }
  }
  return changes;
}

const isTold = ({ criteria }: LaboratoryChange, changes: readonly LaboratoryChange[]): boolean =>
  criteria.every(({ id }) => changes.some((known) => known.criteria.some((one) => one.id === id)));

/** What changed between laboratory values of the same test, in the order in which the tests come. */
export function changesBetween(labs: readonly Lab[], vocabulary: CompiledVocabulary): LaboratoryChange[] {
  return gather([...seriesOf(labs)], ([findingId, points]) => {
    const finding = vocabulary.findings.get(findingId);
    return finding === undefined ? [] : changesOf(finding, points);
  });
}
