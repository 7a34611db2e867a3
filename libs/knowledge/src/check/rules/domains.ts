import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Path } from '../../load/yaml-file';
import { type Finding } from '../../schema/finding';
import { type Rule } from '../check-context';
import { SETTINGS } from '../probabilities';

/** How far the probabilities of a finding's states may be from 1, for rounding. */
const SUM_TOLERANCE = 0.02;

/** A finding's fields fit its domain, and its baselines are complete. */
export const domains: Rule = {
  id: 'domains',
  kind: 'structure',
  check: ({ folder }) =>
    folder.findings.flatMap((finding) =>
      finding.value.domain === 'categorical' ? categorical(finding) : binary(finding),
    ),
};

function binary(finding: Located<Finding>): Problem[] {
  const { value } = finding;
  const stateful = (
    ['states', 'stateNames', 'stateSynonyms', 'intervals', 'unit', 'plausible'] as const
  ).filter((key) => value[key] !== undefined);
  return [
    ...stateful.map((key) => problem(finding, `a binary finding has no ${key}`, [key])),
    ...(Array.isArray(value.mustExplain)
      ? [problem(finding, 'mustExplain of a binary finding is true or false', ['mustExplain'])]
      : []),
    ...SETTINGS.filter((setting) => typeof value.baseline[setting] !== 'number').map((setting) =>
      problem(finding, 'the baseline of a binary finding is one number', ['baseline', setting]),
    ),
  ];
}

function categorical(finding: Located<Finding>): Problem[] {
  const { value } = finding;
  const { states, mustExplain } = value;
  if (!states) return [problem(finding, 'a categorical finding needs states', ['domain'])];
  if (new Set(states).size < states.length) return [problem(finding, 'a state is named twice', ['states'])];
  return [
    ...(mustExplain === true
      ? [problem(finding, 'mustExplain of a categorical finding lists states', ['mustExplain'])]
      : []),
    ...unknownStates(finding, states),
    ...SETTINGS.flatMap((setting) => baselineProblems(finding, states, value.baseline[setting], setting)),
  ];
}

function unknownStates(finding: Located<Finding>, states: readonly string[]): Problem[] {
  const { value } = finding;
  const named: [Path, string][] = [
    ...(Array.isArray(value.mustExplain) ? value.mustExplain : []).map((state, index): [Path, string] => [
      ['mustExplain', index],
      state,
    ]),
    ...(value.intervals ?? []).map(({ state }, index): [Path, string] => [
      ['intervals', index, 'state'],
      state,
    ]),
    ...Object.keys(value.stateNames ?? {}).map((state): [Path, string] => [['stateNames', state], state]),
    ...Object.keys(value.stateSynonyms ?? {}).map((state): [Path, string] => [
      ['stateSynonyms', state],
      state,
    ]),
  ];
  return named
    .filter(([, state]) => !states.includes(state))
    .map(([path, state]) => problem(finding, `"${state}" is not one of the states`, path));
}

function baselineProblems(
  finding: Located<Finding>,
  states: readonly string[],
  baseline: number | Record<string, number>,
  setting: string,
): Problem[] {
  const path = ['baseline', setting];
  if (typeof baseline === 'number')
    return [problem(finding, 'the baseline needs one number per state', path)];
  const missing = states.filter((state) => baseline[state] === undefined);
  const unknown = Object.keys(baseline).filter((state) => !states.includes(state));
  if (missing.length > 0 || unknown.length > 0) {
    const parts = [
      ...missing.map((state) => `"${state}" is missing`),
      ...unknown.map((state) => `"${state}" is not one of the states`),
    ];
    return [problem(finding, `baseline: ${parts.join(', ')}`, path)];
  }
  const sum = Object.values(baseline).reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= SUM_TOLERANCE) return [];
  return [problem(finding, `the baselines of the states sum to ${sum.toFixed(3)}, not 1`, path)];
}

function problem(finding: Located<Finding>, message: string, path: Path): Problem {
  return problemAt(finding, 'domains', 'error', message, path);
}
