import {
  evaluateScore,
  interpretationOf,
  referencesOf,
  type ScoreExpression,
  type ScoreReference,
} from '@openrounds/ddx-engine';
import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Path } from '../../load/yaml-file';
import { type Score, type ScoreInputEntry } from '../../schema/score';
import { isUcumUnit } from '../../text/ucum';
import { type CheckContext, type Rule } from '../check-context';
import { prefillProblems } from './score-prefill';

type Entry = Located<Score>;

/** A score uses what it asks for, asks for what it uses, and can be computed and read for everything it allows. */
export const scores: Rule = {
  id: 'scores',
  kind: 'structure',
  check: (context) => context.folder.scores.flatMap((score) => scoreProblems(score, context)),
};

function scoreProblems(score: Entry, context: CheckContext): Problem[] {
  const broken = [...nameProblems(score), ...referenceProblems(score), ...bandProblems(score)];
  return [
    ...broken,
    ...unitProblems(score),
    ...prefillProblems(score, context),
    ...(broken.length > 0 ? [] : rangeProblems(score)),
  ];
}

/** Inputs and steps share one space of names. */
function nameProblems(score: Entry): Problem[] {
  const { inputs, steps = [] } = score.value;
  const seen = new Set<string>();
  const twice = (id: string, path: Path): Problem[] => {
    if (seen.has(id)) return [problem(score, `"${id}" is used twice`, path)];
    seen.add(id);
    return [];
  };
  return [
    ...inputs.flatMap(({ id }, index) => twice(id, ['inputs', index])),
    ...steps.flatMap(({ id }, index) => twice(id, ['steps', index])),
  ];
}

function referenceProblems(score: Entry): Problem[] {
  const { inputs, steps = [], value } = score.value;
  const used = [...steps.map((step) => step.value), value].flatMap(referencesOf);
  const names = new Set(used.map(({ id }) => id));
  const unused = (ids: readonly { id: string }[], key: string): Problem[] =>
    ids.flatMap(({ id }, index) =>
      names.has(id) ? [] : [problem(score, `"${id}" is not used`, [key, index])],
    );
  return [
    ...steps.flatMap((step, index) => unresolved(score, step.value, steps.slice(0, index), ['steps', index])),
    ...unresolved(score, value, steps, ['value']),
    ...unused(inputs, 'inputs'),
    ...unused(steps, 'steps'),
  ];
}

function unresolved(
  score: Entry,
  expression: ScoreExpression,
  steps: readonly { id: string }[],
  path: Path,
): Problem[] {
  const inputs = new Map(score.value.inputs.map((input) => [input.id, input]));
  const earlier = new Set(steps.map(({ id }) => id));
  return referencesOf(expression).flatMap((reference) => {
    if (reference.as === 'number' && earlier.has(reference.id)) return [];
    const input = inputs.get(reference.id);
    if (input?.type !== reference.as) {
      return [problem(score, `there is no ${reference.as} "${reference.id}" here`, path)];
    }
    return input.type === 'choice' ? optionProblems(score, input, reference, path) : [];
  });
}

function optionProblems(
  score: Entry,
  input: Extract<ScoreInputEntry, { type: 'choice' }>,
  { options = [], everyOption }: ScoreReference,
  path: Path,
): Problem[] {
  const known = input.options.map(({ id }) => id);
  const forgotten = everyOption ? known.filter((id) => !options.includes(id)) : [];
  return [
    ...options
      .filter((id) => !known.includes(id))
      .map((id) => problem(score, `"${input.id}" has no option "${id}"`, path)),
    ...forgotten.map((id) => problem(score, `option "${id}" of "${input.id}" has no value`, path)),
  ];
}

/** Bands of interpretation ascend, and the last one is open. */
function bandProblems(score: Entry): Problem[] {
  const bands = score.value.interpretation;
  return bands.flatMap(({ below, upTo }, index) => {
    const path = ['interpretation', index];
    const isLast = index === bands.length - 1;
    if (below !== undefined && upTo !== undefined) return [problem(score, 'a band has one end', path)];
    const end = below ?? upTo;
    if (isLast) return end === undefined ? [] : [problem(score, 'the last band has no end', path)];
    if (end === undefined) return [problem(score, 'every band but the last needs below or upTo', path)];
    const before = bands[index - 1];
    const start = before?.below ?? before?.upTo ?? -Infinity;
    const ascends = start < end || (start === end && before?.below !== undefined && upTo !== undefined);
    return ascends ? [] : [problem(score, 'bands must ascend', path)];
  });
}

function unitProblems(score: Entry): Problem[] {
  const { unit, scale, inputs } = score.value;
  const own = unit === undefined ? scale === 'quantity' : !isUcumUnit(unit);
  return [
    ...(own ? [problem(score, 'a quantity needs a UCUM unit', ['unit'])] : []),
    ...inputs.flatMap((input, index) =>
      input.type === 'number' && !isUcumUnit(input.unit)
        ? [problem(score, `"${input.unit}" is not a UCUM unit`, ['inputs', index, 'unit'])]
        : [],
    ),
  ];
}

/** With nothing known the score must still be finite, and every band within its reach. */
function rangeProblems(score: Entry): Problem[] {
  const whole = evaluateScore(score.value, {});
  const [min, max] = 'value' in whole ? [whole.value, whole.value] : [whole.min, whole.max];
  if (!Number.isFinite(min) || !Number.isFinite(max)) {
    return [problem(score, 'within the ranges of its inputs the score is not always a number', ['value'])];
  }
  const met = interpretationOf(score.value, whole);
  return score.value.interpretation.flatMap((band, index) =>
    met.includes(band) ? [] : [problem(score, 'no input leads to this band', ['interpretation', index])],
  );
}

function problem(score: Entry, message: string, path: Path): Problem {
  return problemAt(score, 'scores', 'error', message, path);
}
