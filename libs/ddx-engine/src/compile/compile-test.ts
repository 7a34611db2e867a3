import { type EngineTest, type TestOutcome } from '../model/knowledge';
import { type CompiledFinding, type CompiledTest, type ResultPattern } from './compiled-knowledge';

type Coded = readonly Pick<CompiledFinding, 'outcomes'>[];

/** Codes one test. It must have passed the check. */
export function compileTest(
  test: EngineTest,
  findings: Coded,
  findingIndex: ReadonlyMap<string, number>,
): CompiledTest {
  return {
    definition: test,
    findings: test.findings.map((id) => findingIndex.get(id) ?? -1),
    patterns:
      test.outcomes &&
      distinctPatterns(test.outcomes.map((each) => codePattern(each, findings, findingIndex))),
  };
}

/** Patterns that say the same count once, under the name of the first. */
export function distinctPatterns(patterns: readonly ResultPattern[]): ResultPattern[] {
  const distinct = new Map<string, ResultPattern>();
  for (const pattern of patterns) {
    const key = pattern.observations.map(({ finding, outcome }) => `${finding}=${outcome}`).join();
    if (!distinct.has(key)) distinct.set(key, pattern);
  }
  return [...distinct.values()];
}

function codePattern(
  { id, states }: TestOutcome,
  findings: Coded,
  findingIndex: ReadonlyMap<string, number>,
): ResultPattern {
  const observations = Object.entries(states).map(([name, state]) => {
    const finding = findingIndex.get(name) ?? -1;
    return { finding, outcome: findings[finding]?.outcomes.indexOf(state) ?? -1, certainty: 1 };
  });
  return { id, observations: observations.sort((a, b) => a.finding - b.finding) };
}
