import { bandsMet } from './bands';
import { add, divide, exactly, hull, type Interval, multiply, rising, subtract } from './interval';
import { type Possible, type Truth } from './possible-values';
import { type NumberLimits, type ScoreCondition, type ScoreExpression } from './score-definition';

/** Thrown where a score names what it does not have, or a choice without a value: a fault of the score, not of a case. */
export class ScoreDefinitionError extends Error {
  override readonly name = 'ScoreDefinitionError';
}

/** Inputs as far as they are known, and the steps computed so far. */
export interface Scope {
  readonly inputs: ReadonlyMap<string, Possible>;
  readonly steps: ReadonlyMap<string, Interval>;
}

/**
 * All values that an expression can take. Interval arithmetic (Moore 1966): never too narrow, and exact where no
 * missing input occurs twice.
 *
 * @throws {ScoreDefinitionError}
 */
export function evaluateExpression(expression: ScoreExpression, scope: Scope): Interval {
  const of = (inner: ScoreExpression): Interval => evaluateExpression(inner, scope);
  if (typeof expression === 'number') return exactly(expression);
  if (typeof expression === 'string') return namedNumber(expression, scope);
  if ('sum' in expression) return expression.sum.map(of).reduce(add, exactly(0));
  if ('product' in expression) return expression.product.map(of).reduce(multiply, exactly(1));
  if ('difference' in expression) return subtract(of(expression.difference[0]), of(expression.difference[1]));
  if ('quotient' in expression) return divide(of(expression.quotient[0]), of(expression.quotient[1]));
  if ('min' in expression) return each(expression.min.map(of), Math.min);
  if ('max' in expression) return each(expression.max.map(of), Math.max);
  if ('ln' in expression) return rising(of(expression.ln), Math.log);
  if ('exp' in expression) return rising(of(expression.exp), Math.exp);
  if ('sqrt' in expression) return rising(of(expression.sqrt), Math.sqrt);
  if ('round' in expression) return rising(of(expression.round), rounding(expression.decimals ?? 0));
  return evaluatePoints(expression, scope);
}

type PointExpression = Extract<
  ScoreExpression,
  { points: unknown } | { count: unknown } | { choose: unknown } | { table: unknown } | { if: unknown }
>;

function evaluatePoints(expression: PointExpression, scope: Scope): Interval {
  if ('points' in expression) return pointsIf(evaluateCondition(expression.when, scope), expression.points);
  if ('count' in expression) {
    return expression.count.map((one) => pointsIf(evaluateCondition(one, scope), 1)).reduce(add, exactly(0));
  }
  if ('choose' in expression) {
    const { choose, from } = expression;
    return hull(
      optionsOf(choose, scope).map((option) => evaluateExpression(chosen(choose, from, option), scope)),
    );
  }
  if ('table' in expression) {
    const met = bandsMet(expression.bands, evaluateExpression(expression.table, scope));
    return hull(met.map(({ points }) => exactly(points)));
  }
  const { canHold, canFail } = evaluateCondition(expression.if, scope);
  return hull([
    ...(canHold ? [evaluateExpression(expression.then, scope)] : []),
    ...(canFail ? [evaluateExpression(expression.else, scope)] : []),
  ]);
}

/** What a condition can still be, by Kleene's strong logic of three values. @throws {ScoreDefinitionError} */
function evaluateCondition(condition: ScoreCondition, scope: Scope): Truth {
  const of = (inner: ScoreCondition): Truth => evaluateCondition(inner, scope);
  if (typeof condition === 'string') return namedTruth(condition, scope);
  if ('all' in condition) return holding(condition.all.map(of), condition.all.length);
  if ('any' in condition) return holding(condition.any.map(of), 1);
  if ('of' in condition) return holding(condition.of.map(of), condition.atLeast);
  if ('not' in condition) {
    const { canHold, canFail } = of(condition.not);
    return { canHold: canFail, canFail: canHold };
  }
  if ('choice' in condition) {
    const meant = optionsOf(condition.choice, scope).map((option) => condition.is.includes(option));
    return { canHold: meant.includes(true), canFail: meant.includes(false) };
  }
  return within(evaluateExpression(condition.number, scope), condition);
}

/** At least so many of them hold. */
function holding(truths: readonly Truth[], atLeast: number): Truth {
  const most = truths.filter(({ canHold }) => canHold).length;
  const fewest = truths.filter(({ canFail }) => !canFail).length;
  return { canHold: most >= atLeast, canFail: fewest < atLeast };
}

function within({ lo, hi }: Interval, { above, from, below, upTo }: NumberLimits): Truth {
  const limits: Truth[] = [
    ...(above === undefined ? [] : [{ canHold: hi > above, canFail: lo <= above }]),
    ...(from === undefined ? [] : [{ canHold: hi >= from, canFail: lo < from }]),
    ...(below === undefined ? [] : [{ canHold: lo < below, canFail: hi >= below }]),
    ...(upTo === undefined ? [] : [{ canHold: lo <= upTo, canFail: hi > upTo }]),
  ];
  return holding(limits, limits.length);
}

function pointsIf({ canHold, canFail }: Truth, points: number): Interval {
  return hull([...(canHold ? [exactly(points)] : []), ...(canFail ? [exactly(0)] : [])]);
}

const each = (intervals: readonly Interval[], pick: (...values: number[]) => number): Interval => ({
  lo: pick(...intervals.map(({ lo }) => lo)),
  hi: pick(...intervals.map(({ hi }) => hi)),
});

const rounding = (decimals: number) => {
  const unit = 10 ** decimals;
  return (value: number): number => Math.round(value * unit) / unit;
};

function namedNumber(id: string, { inputs, steps }: Scope): Interval {
  const step = steps.get(id);
  if (step) return step;
  const input = inputs.get(id);
  if (input?.type === 'number') return input.interval;
  throw new ScoreDefinitionError(`there is no number input or earlier step "${id}"`);
}

function namedTruth(id: string, { inputs }: Scope): Truth {
  const input = inputs.get(id);
  if (input?.type === 'boolean') return input.truth;
  throw new ScoreDefinitionError(`there is no yes-or-no input "${id}"`);
}

function optionsOf(id: string, { inputs }: Scope): readonly string[] {
  const input = inputs.get(id);
  if (input?.type === 'choice') return input.options;
  throw new ScoreDefinitionError(`there is no choice input "${id}"`);
}

function chosen(
  id: string,
  from: Readonly<Record<string, ScoreExpression>>,
  option: string,
): ScoreExpression {
  const value = from[option];
  if (value === undefined) throw new ScoreDefinitionError(`"${id}" has no value for "${option}"`);
  return value;
}
