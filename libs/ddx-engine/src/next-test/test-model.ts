import { distinctPatterns } from '../compile/compile-test';
import { type CompiledKnowledge, type CompiledTest, type ResultPattern } from '../compile/compiled-knowledge';
import { forecastIn } from '../compile/link-numbers';
import { type OutcomeModel, outcomeModel } from '../compile/outcome-model';
import { type CodedCase, type CodedObservation } from '../evidence/coded-case';
import { knownOutcome } from '../evidence/known-outcome';
import { mayConcern } from '../ranking/restrictions';

type Patterns = readonly ResultPattern[];

/**
 * The result patterns that the case leaves possible, reduced to what is not known yet. Patterns at odds with what is
 * known fall away, known findings tell nothing more, and patterns that thereby become the same count once. Where
 * nothing is known of the findings these are the very patterns of the test.
 */
export function possiblePatterns(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  patterns: Patterns,
): Patterns {
  const known = ({ finding }: CodedObservation): number | undefined => knownOutcome(compiled, coded, finding);
  const isOpen = (one: CodedObservation): boolean => known(one) === undefined;
  if (patterns.every(({ observations }) => observations.every(isOpen))) return patterns;
  return distinctPatterns(
    patterns
      .filter(({ observations }) => observations.every((one) => isOpen(one) || known(one) === one.outcome))
      .map(({ id, observations }) => ({ id, observations: observations.filter(isOpen) })),
  );
}

/** The finding of a test that tells most of those that are not known yet and may concern the patient, the first of two alike; -1 where all are. */
export function bestFindingOf(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  { findings }: CompiledTest,
  bits: Float64Array,
): number {
  let best = -1;
  for (const finding of findings) {
    if (knownOutcome(compiled, coded, finding) !== undefined) continue;
    if (!mayConcern(compiled.findings[finding]?.onlyIf, coded.patient)) continue;
    const lead = (bits[finding] ?? 0) - (bits[best] ?? -1);
    if (lead > 0 || (lead === 0 && finding < best)) best = finding;
  }
  return best;
}

/** Models of tests of which nothing is known: the same for every patient. */
const untouchedModels = new WeakMap<CompiledTest, OutcomeModel>();

/** How the result patterns that are left of a test depend on the disease. */
export function modelOfTest(compiled: CompiledKnowledge, test: CompiledTest, left: Patterns): OutcomeModel {
  if (left !== test.patterns) return patternModel(compiled, left);
  const model = untouchedModels.get(test) ?? patternModel(compiled, left);
  untouchedModels.set(test, model);
  return model;
}

/**
 * How result patterns depend on the disease: findings within a pattern are independent given the disease, and the
 * patterns' products are divided by their sum, for each disease and for everyone else.
 */
function patternModel(compiled: CompiledKnowledge, patterns: Patterns): OutcomeModel {
  const linking = new Set(
    patterns.flatMap(({ observations }) =>
      observations.flatMap(({ finding }) => [...(compiled.findings[finding]?.model.diseases ?? [])]),
    ),
  );
  const diseases = Int32Array.from(linking).sort();
  const elsewhere = new Float64Array(patterns.length);
  fillChances(compiled, patterns, -1, elsewhere);
  const given = patterns.map(() => new Float64Array(diseases.length));
  const chances = new Float64Array(patterns.length);
  diseases.forEach((disease, at) => {
    fillChances(compiled, patterns, disease, chances);
    given.forEach((column, pattern) => (column[at] = chances[pattern] ?? NaN));
  });
  return outcomeModel({ outcomes: patterns.map(({ id }) => id), elsewhere, diseases, given });
}

/** The chance of each pattern in a disease; -1 for everyone else. */
function fillChances(
  compiled: CompiledKnowledge,
  patterns: Patterns,
  disease: number,
  chances: Float64Array,
): void {
  let sum = 0;
  patterns.forEach(({ observations }, pattern) => {
    let product = 1;
    for (const { finding, outcome } of observations) {
      product *= forecastIn(compiled, disease, finding, outcome);
    }
    chances[pattern] = product;
    sum += product;
  });
  for (let pattern = 0; pattern < chances.length; pattern += 1)
    chances[pattern] = (chances[pattern] ?? 0) / sum;
}
