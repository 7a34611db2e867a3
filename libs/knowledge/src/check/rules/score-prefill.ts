import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Finding } from '../../schema/finding';
import { type Score, type ScoreInputEntry } from '../../schema/score';
import { convertUnit } from '../../text/ucum';
import { type CheckContext } from '../check-context';

/** What answers an input by itself really can: states and options exist, quantities convert, sexes are told apart. */
export function prefillProblems(score: Located<Score>, { findings }: CheckContext): Problem[] {
  return score.value.inputs.flatMap((input, index) =>
    faultsOf(input, (id) => findings.get(id)?.value).map((message) =>
      problemAt(score, 'scores', 'error', message, ['inputs', index, 'prefill']),
    ),
  );
}

type FindFinding = (id: string) => Finding | undefined;

function faultsOf(input: ScoreInputEntry, findingOf: FindFinding): string[] {
  switch (input.type) {
    case 'boolean':
      return (input.prefill?.findings ?? []).flatMap(({ finding, states }) =>
        statesFaults(findingOf(finding), states),
      );
    case 'choice':
      return choiceFaults(input, findingOf);
    case 'number':
      return input.prefill && 'quantity' in input.prefill
        ? unitFaults(findingOf(input.prefill.quantity), input.unit)
        : [];
  }
}

/** A finding that does not exist is reported by the references. */
function statesFaults(finding: Finding | undefined, states: readonly string[] | undefined): string[] {
  if (finding === undefined) return [];
  if (finding.domain === 'binary') {
    return states === undefined ? [] : [`"${finding.id}" is present or absent and has no states`];
  }
  if (states === undefined) return [`"${finding.id}" is categorical: say in which states`];
  return states
    .filter((state) => !finding.states?.includes(state))
    .map((state) => `"${finding.id}" has no state "${state}"`);
}

function choiceFaults(
  { id, options, prefill }: Extract<ScoreInputEntry, { type: 'choice' }>,
  findingOf: FindFinding,
): string[] {
  const known = options.map((option) => option.id);
  const unknown = (wanted: readonly string[]): string[] =>
    wanted.filter((option) => !known.includes(option)).map((option) => `"${id}" has no option "${option}"`);
  if (prefill === undefined) return [];
  if ('patient' in prefill) return unknown(['female', 'male']);
  const finding = findingOf(prefill.finding);
  const states = Object.keys(prefill.options);
  const ofFinding =
    finding?.domain === 'binary'
      ? states
          .filter((state) => state !== 'present' && state !== 'absent')
          .map((state) => `no presence "${state}"`)
      : statesFaults(finding, states);
  return [...ofFinding, ...unknown(Object.values(prefill.options))];
}

function unitFaults(finding: Finding | undefined, unit: string): string[] {
  if (finding === undefined) return [];
  if (finding.unit === undefined) return [`"${finding.id}" is not a quantity`];
  return convertUnit(1, finding.unit, unit, finding.molecularWeight) === undefined
    ? [`${finding.unit} of "${finding.id}" cannot be converted to ${unit}`]
    : [];
}
