import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Path } from '../../load/yaml-file';
import { type Disease, type DiseaseLink, placeOfLink } from '../../schema/disease';
import { type FindingOutcome } from '../../schema/primitives';
import { type CheckContext, type Rule } from '../check-context';
import { conditionLeaves } from '../red-flag-leaves';

/** Allowed excess of a link's probabilities over 1, for rounding. */
const SUM_TOLERANCE = 0.02;

/** Whoever speaks of a finding uses its states: links, exclusions, test outcomes, panels, red flags. */
export const states: Rule = {
  id: 'states',
  kind: 'structure',
  check: (context) => [
    ...context.folder.diseases.flatMap((disease) => [
      ...disease.value.links.flatMap((link, index) => linkProblems(context, disease, link, index)),
      ...namedOutcomes(
        context,
        disease,
        ['mustNotMiss', 'excludedWhen'],
        disease.value.mustNotMiss?.excludedWhen ?? [],
      ),
    ]),
    ...context.folder.findings.flatMap((entry) =>
      (entry.value.decidedBy ?? []).flatMap(({ given }, index) =>
        namedOutcomes(context, entry, ['decidedBy', index, 'given'], given ? [given] : []),
      ),
    ),
    ...context.folder.problems.flatMap((entry) =>
      namedOutcomes(context, entry, ['findings'], entry.value.findings),
    ),
    ...outcomeProblems(context),
    ...panelProblems(context),
    ...redFlagProblems(context),
  ],
};

function linkProblems(
  context: CheckContext,
  disease: Located<Disease>,
  link: DiseaseLink,
  index: number,
): Problem[] {
  const finding = context.findings.get(link.finding)?.value;
  if (!finding) return [];
  const path = [...placeOfLink(disease.value, index), 'theta'];
  if (finding.domain === 'binary') {
    return typeof link.theta === 'object'
      ? [problem(disease, `"${finding.id}" is binary: theta is one number`, path)]
      : [];
  }
  if (typeof link.theta !== 'object') {
    return [problem(disease, `"${finding.id}" is categorical: theta gives a number per state`, path)];
  }
  const strangers = Object.keys(link.theta).filter((state) => !finding.states?.includes(state));
  if (strangers.length > 0) {
    return strangers.map((state) => problem(disease, `"${state}" is not a state of "${finding.id}"`, path));
  }
  const sum = Object.values(link.theta).reduce((total, share) => total + share, 0);
  const complete = Object.keys(link.theta).length === finding.states?.length;
  return sum > 1 + SUM_TOLERANCE || (complete && sum < 1 - SUM_TOLERANCE)
    ? [problem(disease, `theta of "${finding.id}" sums to ${sum.toFixed(3)}, not 1`, path)]
    : [];
}

/** An outcome that is named without a state is about a finding that has none. */
function namedOutcomes(
  context: CheckContext,
  entry: Located<unknown>,
  path: Path,
  outcomes: readonly FindingOutcome[],
): Problem[] {
  return outcomes.flatMap(({ finding: findingId, states: named }, index) => {
    const finding = context.findings.get(findingId)?.value;
    if (!finding) return [];
    if (finding.domain === 'categorical' && !named) {
      return [problem(entry, `"${findingId}" is categorical: say which states`, [...path, index])];
    }
    return (named ?? [])
      .filter((state) => !finding.states?.includes(state))
      .map((state) => problem(entry, `"${state}" is not a state of "${findingId}"`, [...path, index]));
  });
}

function outcomeProblems(context: CheckContext): Problem[] {
  return context.folder.tests.flatMap((test) =>
    (test.value.outcomes ?? []).flatMap((outcome, index) =>
      Object.entries(outcome.states).flatMap(([findingId, state]) =>
        fits(context, findingId, state)
          ? []
          : [
              problem(test, `"${state}" is not an outcome of "${findingId}"`, [
                'outcomes',
                index,
                'states',
                findingId,
              ]),
            ],
      ),
    ),
  );
}

function panelProblems(context: CheckContext): Problem[] {
  return context.folder.panels.flatMap((panel) =>
    panel.value.sets.flatMap((set, index) => {
      const outcome = set.presence ?? set.state ?? '';
      return fits(context, set.finding, outcome)
        ? []
        : [problem(panel, `"${outcome}" is not an outcome of "${set.finding}"`, ['sets', index])];
    }),
  );
}

function redFlagProblems(context: CheckContext): Problem[] {
  return context.folder.redFlags.flatMap((flag) =>
    conditionLeaves(flag.value.when).flatMap(({ condition, path }) => {
      if (!('finding' in condition)) return [];
      const outcomes = 'states' in condition ? condition.states : [condition.presence];
      return outcomes
        .filter((outcome) => !fits(context, condition.finding, outcome))
        .map((outcome) =>
          problem(flag, `"${outcome}" is not an outcome of "${condition.finding}"`, ['when', ...path]),
        );
    }),
  );
}

/** Whether a finding can be so; an unknown finding is another rule's business. */
export function fits(
  { findings }: Pick<CheckContext, 'findings'>,
  findingId: string,
  outcome: string,
): boolean {
  const finding = findings.get(findingId)?.value;
  if (!finding) return true;
  return finding.domain === 'binary'
    ? outcome === 'present' || outcome === 'absent'
    : (finding.states ?? []).includes(outcome);
}

function problem(entry: Located<unknown>, message: string, path: Path): Problem {
  return problemAt(entry, 'states', 'error', message, path);
}
