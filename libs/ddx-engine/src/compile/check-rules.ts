import {
  type EngineFinding,
  type EngineKnowledge,
  type EngineRedFlag,
  type EngineTest,
  type RedFlagCondition,
} from '../model/knowledge';
import { repeatedIds } from './check-findings';
import { type KnowledgeIssue } from './invalid-knowledge-error';

type Findings = ReadonlyMap<string, EngineFinding>;

const FEWEST_OUTCOMES = 2;
const MOST_OUTCOMES = 6;

/**
 * Tests that report unknown findings, that have fewer than 2 or more than 6 result patterns, or a pattern that does not
 * fit its findings or contradicts itself along an is-a line.
 */
export function checkTests(tests: readonly EngineTest[], findings: Findings): KnowledgeIssue[] {
  return [
    ...repeatedIds(tests.map((test) => test.id)),
    ...tests.flatMap((test) => [
      ...test.findings
        .filter((finding) => !findings.has(finding))
        .map((finding): KnowledgeIssue => ({ code: 'unknown-id', id: test.id, detail: finding })),
      ...checkOutcomes(test, findings),
    ]),
  ];
}

function checkOutcomes({ id, outcomes }: EngineTest, findings: Findings): KnowledgeIssue[] {
  if (outcomes === undefined) return [];
  const fitting = outcomes.length >= FEWEST_OUTCOMES && outcomes.length <= MOST_OUTCOMES;
  return [
    ...(fitting ? [] : [{ code: 'outcome-count', id, detail: String(outcomes.length) } as const]),
    ...repeatedIds(outcomes.map((outcome) => outcome.id)).map((repeated) => ({ ...repeated, id })),
    ...outcomes.flatMap((outcome) =>
      Object.entries(outcome.states).flatMap(([finding, state]): KnowledgeIssue[] => {
        const known = findings.get(finding);
        if (known === undefined) return [{ code: 'unknown-id', id, detail: finding }];
        return stateFits(known, state)
          ? []
          : [{ code: 'outcome-domain', id, detail: `${finding}: ${state}` }];
      }),
    ),
    ...outcomes.flatMap((outcome) =>
      contradictions(outcome.states, findings).map((detail): KnowledgeIssue => ({
        code: 'outcome-contradiction',
        id,
        detail,
      })),
    ),
  ];
}

function stateFits({ domain }: EngineFinding, state: string): boolean {
  return domain.kind === 'binary' ? state === 'present' || state === 'absent' : domain.states.includes(state);
}

/** A result cannot hold a finding present while it denies a more general one. */
function contradictions(states: Readonly<Record<string, string>>, findings: Findings): string[] {
  return Object.entries(states).flatMap(([finding, state]) => {
    if (state !== 'present') return [];
    const denied: string[] = [];
    const seen = new Set<string>();
    for (let above = findings.get(finding)?.parent; above !== undefined && !seen.has(above);) {
      seen.add(above);
      const ancestor = findings.get(above);
      if (states[above] === 'absent' && ancestor?.impliesAbsence !== false)
        denied.push(`${finding}, ${above}`);
      above = ancestor?.parent;
    }
    return denied;
  });
}

/** Red flags that name unknown findings or diseases, or a state that their finding does not have. */
export function checkRedFlags(
  redFlags: readonly EngineRedFlag[],
  findings: Findings,
  diseaseIds: ReadonlySet<string>,
): KnowledgeIssue[] {
  return [
    ...repeatedIds(redFlags.map((flag) => flag.id)),
    ...redFlags.flatMap(({ id, when, raises }) => [
      ...raises
        .filter((disease) => !diseaseIds.has(disease))
        .map((detail): KnowledgeIssue => ({ code: 'unknown-id', id, detail })),
      ...checkCondition(id, when, findings),
    ]),
  ];
}

function checkCondition(id: string, condition: RedFlagCondition, findings: Findings): KnowledgeIssue[] {
  if ('all' in condition) return condition.all.flatMap((part) => checkCondition(id, part, findings));
  if ('any' in condition) return condition.any.flatMap((part) => checkCondition(id, part, findings));
  if ('not' in condition) return checkCondition(id, condition.not, findings);
  if (!('finding' in condition)) return [];
  const finding = findings.get(condition.finding);
  if (finding === undefined) return [{ code: 'unknown-id', id, detail: condition.finding }];
  const states = 'states' in condition ? condition.states : [condition.presence];
  const binaryWord = !('states' in condition);
  const fits =
    binaryWord === (finding.domain.kind === 'binary') && states.every((state) => stateFits(finding, state));
  return fits ? [] : [{ code: 'outcome-domain', id, detail: condition.finding }];
}

/** Strata of the population with an empty age range (years, lo <= age < hi) or a negative weight. */
export function checkPopulation(population: EngineKnowledge['population']): KnowledgeIssue[] {
  return (population ?? []).flatMap(({ ageYears: [lo, hi], weight }): KnowledgeIssue[] => [
    ...(weight >= 0 && Number.isFinite(weight) ? [] : [populationIssue('weight-negative', weight)]),
    ...(lo < hi && Number.isFinite(hi - lo) ? [] : [populationIssue('age-range', `${lo} to ${hi}`)]),
  ]);
}

function populationIssue(code: 'weight-negative' | 'age-range', detail: unknown): KnowledgeIssue {
  return { code, id: 'population', detail: String(detail) };
}
