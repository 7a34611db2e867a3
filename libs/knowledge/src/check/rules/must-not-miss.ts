import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Disease, type DiseaseLink } from '../../schema/disease';
import { type FindingOutcome } from '../../schema/primitives';
import { type Rule } from '../check-context';

/** What excludes must be found in nearly all patients with the disease, or its absence says little. */
const SENSITIVE_ENOUGH = 0.95;
const LR_NEG_LOW_ENOUGH = 0.1;

/** What is named as excluding a disease that must not be missed is linked and sensitive enough, and something raises it. */
export const mustNotMiss: Rule = {
  id: 'must-not-miss',
  kind: 'coherence',
  check: (context) => {
    const raised = new Set([
      ...context.folder.redFlags.flatMap(({ value }) => value.raises),
      ...context.folder.problems.flatMap(({ value }) => value.mustNotMiss),
    ]);
    return context.folder.diseases.flatMap((disease) => {
      const rule = disease.value.mustNotMiss;
      if (!rule) return [];
      return [
        ...(raised.has(disease.id)
          ? []
          : [problem(disease, 'no red flag or presenting problem raises it', [])]),
        ...rule.excludedWhen.flatMap((exclusion, index) => exclusionProblems(disease, exclusion, index)),
      ];
    });
  },
};

function exclusionProblems(disease: Located<Disease>, exclusion: FindingOutcome, index: number): Problem[] {
  const path = ['excludedWhen', index];
  const link = disease.value.links.find(({ finding }) => finding === exclusion.finding);
  if (!link) return [problem(disease, `"${exclusion.finding}" excludes it but is not linked`, path)];
  if (excludes(link, exclusion.states)) return [];
  return [
    problem(
      disease,
      `"${exclusion.finding}" is not sensitive enough to exclude: theta ≥ ${SENSITIVE_ENOUGH} or lrNeg ≤ ${LR_NEG_LOW_ENOUGH}`,
      path,
    ),
  ];
}

/** Whether the outcomes that exclude are rare enough in the disease. */
function excludes(link: DiseaseLink, states: readonly string[] | undefined): boolean {
  if (link.lrNeg !== undefined) return link.lrNeg <= LR_NEG_LOW_ENOUGH;
  if (typeof link.theta === 'number') return link.theta >= SENSITIVE_ENOUGH;
  const { theta } = link;
  if (!theta || !states) return false;
  const missed = states.reduce((sum, state) => sum + (theta[state] ?? 1), 0);
  return missed <= 1 - SENSITIVE_ENOUGH + 1e-9;
}

function problem(disease: Located<Disease>, message: string, path: readonly (string | number)[]): Problem {
  return problemAt(disease, 'must-not-miss', 'error', message, ['mustNotMiss', ...path]);
}
