import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type OutcomeModel } from '../compile/outcome-model';
import { type CodedCase, type CodedObservation } from '../evidence/coded-case';
import { knownOutcome } from '../evidence/known-outcome';
import { type TestOutcome } from '../model/knowledge';
import { normalise } from '../numeric/normalise';

/** A result that a test may still give, reduced to what is not known yet. */
export interface ResultPattern {
  readonly id: string;
  readonly observations: readonly CodedObservation[];
}

/**
 * The result patterns that the case leaves possible. Patterns at odds with what is known fall away, known findings
 * tell nothing more, and patterns that thereby become the same count once.
 */
export function possiblePatterns(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  outcomes: readonly TestOutcome[],
): ResultPattern[] {
  const patterns = new Map<string, ResultPattern>();
  for (const { id, states } of outcomes) {
    const observations = codeStates(compiled, states);
    const known = (one: CodedObservation): number | undefined => knownOutcome(compiled, coded, one.finding);
    if (observations.some((one) => known(one) !== undefined && known(one) !== one.outcome)) continue;
    const open = observations.filter((one) => known(one) === undefined);
    const key = open.map(({ finding, outcome }) => `${finding}=${outcome}`).join();
    if (!patterns.has(key)) patterns.set(key, { id, observations: open });
  }
  return [...patterns.values()];
}

/**
 * How a test's result patterns depend on the disease: findings within a pattern are independent given the disease,
 * and the patterns' products are divided by their sum, for each disease and for everyone else.
 */
export function patternModel(compiled: CompiledKnowledge, patterns: readonly ResultPattern[]): OutcomeModel {
  const linking = new Set(
    patterns.flatMap(({ observations }) =>
      observations.flatMap(({ finding }) => [...(compiled.findings[finding]?.model.diseases ?? [])]),
    ),
  );
  const diseases = Int32Array.from(linking).sort();
  return {
    outcomes: patterns.map(({ id }) => id),
    elsewhere: patternChances(compiled, patterns, undefined),
    diseases,
    given: Array.from(diseases, (disease) => patternChances(compiled, patterns, disease)),
  };
}

function patternChances(
  compiled: CompiledKnowledge,
  patterns: readonly ResultPattern[],
  disease: number | undefined,
): Float64Array {
  const links = compiled.diseases[disease ?? -1]?.linkOf;
  const chanceOf = ({ finding, outcome }: CodedObservation): number => {
    const link = compiled.links[links?.get(finding) ?? -1];
    return (link ?? compiled.findings[finding])?.forecast[outcome] ?? NaN;
  };
  return normalise(
    Float64Array.from(patterns, ({ observations }) =>
      observations.reduce((product, observation) => product * chanceOf(observation), 1),
    ),
  );
}

function codeStates(compiled: CompiledKnowledge, states: TestOutcome['states']): CodedObservation[] {
  return Object.entries(states)
    .map(([id, state]) => {
      const finding = compiled.findingIndex.get(id) ?? -1;
      return { finding, outcome: compiled.findings[finding]?.outcomes.indexOf(state) ?? -1, certainty: 1 };
    })
    .sort((a, b) => a.finding - b.finding);
}
