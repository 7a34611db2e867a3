import { type ScoreCondition, type ScoreDefinition, type ScoreExpression } from './score-definition';

/** One mention of an input or step in a score, with the options that it names there. */
export interface ScoreReference {
  readonly id: string;
  readonly as: 'number' | 'boolean' | 'choice';
  readonly options?: readonly string[];
  /** Whether every option has to be among them. */
  readonly everyOption?: boolean;
}

/** Every mention of an input or step in an expression, in order, as often as it occurs. */
export function referencesOf(expression: ScoreExpression): ScoreReference[] {
  if (typeof expression === 'number') return [];
  if (typeof expression === 'string') return [{ id: expression, as: 'number' }];
  if ('points' in expression) return conditionReferences(expression.when);
  if ('count' in expression) return expression.count.flatMap(conditionReferences);
  if ('choose' in expression) {
    const { choose: id, from } = expression;
    const options = Object.keys(from);
    return [{ id, as: 'choice', options, everyOption: true }, ...Object.values(from).flatMap(referencesOf)];
  }
  if ('if' in expression) {
    return [
      ...conditionReferences(expression.if),
      ...referencesOf(expression.then),
      ...referencesOf(expression.else),
    ];
  }
  return operandsOf(expression).flatMap(referencesOf);
}

type Arithmetic = Exclude<
  ScoreExpression,
  number | string | { points: unknown } | { count: unknown } | { choose: unknown } | { if: unknown }
>;

function operandsOf(expression: Arithmetic): readonly ScoreExpression[] {
  if ('sum' in expression) return expression.sum;
  if ('product' in expression) return expression.product;
  if ('difference' in expression) return expression.difference;
  if ('quotient' in expression) return expression.quotient;
  if ('min' in expression) return expression.min;
  if ('max' in expression) return expression.max;
  if ('ln' in expression) return [expression.ln];
  if ('exp' in expression) return [expression.exp];
  if ('sqrt' in expression) return [expression.sqrt];
  if ('round' in expression) return [expression.round];
  return [expression.table];
}

function conditionReferences(condition: ScoreCondition): ScoreReference[] {
  if (typeof condition === 'string') return [{ id: condition, as: 'boolean' }];
  if ('all' in condition) return condition.all.flatMap(conditionReferences);
  if ('any' in condition) return condition.any.flatMap(conditionReferences);
  if ('of' in condition) return condition.of.flatMap(conditionReferences);
  if ('not' in condition) return conditionReferences(condition.not);
  if ('choice' in condition) return [{ id: condition.choice, as: 'choice', options: condition.is }];
  return referencesOf(condition.number);
}

/** How often each input occurs in the value of a score once its steps are written out. */
export function occurrencesOf({ steps = [], value }: ScoreDefinition): ReadonlyMap<string, number> {
  const written = new Map<string, ReadonlyMap<string, number>>();
  for (const step of steps) written.set(step.id, countsOf(step.value, written));
  return countsOf(value, written);
}

function countsOf(
  expression: ScoreExpression,
  steps: ReadonlyMap<string, ReadonlyMap<string, number>>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of referencesOf(expression)) {
    for (const [input, times] of steps.get(id) ?? new Map([[id, 1]])) {
      counts.set(input, (counts.get(input) ?? 0) + times);
    }
  }
  return counts;
}
