import { ALL_POINTS, type DifferentialAnswer, ENTRIES, LONGEST } from './answer';
import { type Issue, outside, repeated, unfitText } from './issue';

/**
 * What is wrong with a differential: three to five diagnoses, whole points of at least 1 for each and for Other, 100 in
 * all, no disease twice. Two spellings of one disease are no fault: the phone cannot know that they are one, and their
 * points are added when the words are matched.
 *
 * @param knowsDisease whether an id is one of the case's knowledge version
 */
export function differentialIssues(
  { entries, other }: DifferentialAnswer,
  knowsDisease: (diseaseId: string) => boolean,
): Issue[] {
  const issues = outside(entries.length, ENTRIES, '/entries');
  entries.forEach((entry, index) => {
    issues.push(...pointIssues(entry.points, `/entries/${index}/points`));
    if ('text' in entry) issues.push(...unfitText(entry.text, LONGEST.diagnosis, `/entries/${index}/text`));
    else if (!knowsDisease(entry.diseaseId))
      issues.push({ pointer: `/entries/${index}/diseaseId`, code: 'unknown' });
  });
  issues.push(...repeatedDiseases(entries), ...pointIssues(other, '/other'));
  return issues.length > 0 ? issues : sumIssues(entries, other);
}

function repeatedDiseases(entries: DifferentialAnswer['entries']): Issue[] {
  const named = entries.flatMap((entry, index) =>
    'diseaseId' in entry ? [{ id: entry.diseaseId, index }] : [],
  );
  return repeated(
    named.map(({ id }) => id),
    (at) => `/entries/${named[at]?.index ?? 0}/diseaseId`,
  );
}

function pointIssues(points: number, pointer: string): Issue[] {
  if (!Number.isInteger(points)) return [{ pointer, code: 'not-whole' }];
  return points < 1 ? [{ pointer, code: 'too-small' }] : [];
}

/** Asked last: a sum of points that are faulty themselves says nothing new. */
function sumIssues(entries: DifferentialAnswer['entries'], other: number): Issue[] {
  const sum = entries.reduce((total, { points }) => total + points, other);
  return sum === ALL_POINTS ? [] : [{ pointer: '/entries', code: 'sum-not-100' }];
}
