import { type EngineCase, type ObservedFinding } from '../src/model/case';
import {
  type EngineDisease,
  type EngineFinding,
  type EngineKnowledge,
  type EngineLink,
  type EngineTest,
} from '../src/model/knowledge';
import { hashText } from '../src/numeric/random';
import { uniformSource } from './uniform-source';

export interface LargeKnowledgeOptions {
  readonly diseases: number;
  readonly findings: number;
  readonly linksPerDisease: number;
  /** Whether findings have parents and share groups. Default false. */
  readonly related?: boolean;
}

/** A knowledge base of any size, the same for the same options. The numbers mean nothing. */
export function largeKnowledge(options: LargeKnowledgeOptions): EngineKnowledge {
  const random = oneByOne(hashText(JSON.stringify(options)));
  const findings = Array.from({ length: options.findings }, (_, at) => findingAt(at, options, random));
  return {
    findings,
    diseases: Array.from({ length: options.diseases }, (_, at) => diseaseAt(at, options, findings, random)),
    tests: testsOf(findings),
    redFlags: [],
  };
}

function oneByOne(seed: number): () => number {
  const fill = uniformSource(seed);
  const one = new Float64Array(1);
  return () => {
    fill(one);
    return one[0] ?? NaN;
  };
}

/** A case with every `every`-th finding of the knowledge base observed. */
export function largeCase({ findings }: EngineKnowledge, every: number): EngineCase {
  const observed = findings
    .filter((_, at) => at % every === 0)
    .map(({ id, domain }, at): ObservedFinding => {
      if (domain.kind === 'categorical') return { findingId: id, state: domain.states[at % 3] ?? '' };
      return { findingId: id, presence: 'present', ...(at % 4 === 0 ? { certainty: 0.7 } : {}) };
    });
  return { patient: { ageYears: 50, sex: 'female', pregnant: false }, observed };
}

function findingAt(
  at: number,
  { related = false }: LargeKnowledgeOptions,
  random: () => number,
): EngineFinding {
  const stage = (['history', 'examination', 'laboratory', 'imaging'] as const)[at % 4] ?? 'history';
  const kind = (['symptom', 'sign', 'lab', 'imaging'] as const)[at % 4] ?? 'symptom';
  const id = `finding-${at}`;
  if (at % 5 === 4) {
    const baseline = { low: 0.1 + 0.1 * random(), normal: 0.6, high: 0.1 };
    return { id, kind, stage, domain: { kind: 'categorical', states: Object.keys(baseline), baseline } };
  }
  const parent = related && at % 5 === 3 ? { parent: `finding-${at - 1}` } : {};
  const group = related && at % 5 === 1 ? { group: `group-${Math.floor(at / 20)}` } : {};
  const baseline = 0.02 + 0.2 * random();
  return {
    id,
    kind,
    stage,
    domain: { kind: 'binary', baseline },
    mustExplain: at % 3 === 0,
    ...parent,
    ...group,
  };
}

function diseaseAt(
  at: number,
  { linksPerDisease }: LargeKnowledgeOptions,
  findings: readonly EngineFinding[],
  random: () => number,
): EngineDisease {
  const linked = new Set<number>();
  while (linked.size < Math.min(linksPerDisease, findings.length)) {
    linked.add(Math.floor(random() * findings.length));
  }
  return {
    id: `disease-${at}`,
    prior: 0.0001 + 0.01 * random(),
    ...(at % 4 === 0 ? { mustNotMiss: { threshold: 0.02, harm: 5, excludedWhen: [] } } : {}),
    links: [...linked].flatMap((place) => linkTo(findings[place], random) ?? []),
  };
}

function linkTo(finding: EngineFinding | undefined, random: () => number): EngineLink | undefined {
  if (finding === undefined) return undefined;
  const source = { kind: 'estimate', id: 'estimate', grade: random() < 0.5 ? 'C' : 'D' } as const;
  if (finding.domain.kind === 'categorical') {
    return { finding: finding.id, theta: { low: 0.2 * random(), normal: 0.3, high: 0.5 * random() }, source };
  }
  if (random() < 0.1) return { finding: finding.id, lrPos: 1 + 5 * random(), lrNeg: random(), source };
  return { finding: finding.id, theta: random(), source };
}

/** One test for every ten laboratory and imaging findings. */
function testsOf(findings: readonly EngineFinding[]): EngineTest[] {
  const reported = findings.filter(({ stage }) => stage === 'laboratory' || stage === 'imaging');
  return Array.from({ length: Math.ceil(reported.length / 10) }, (_, at) => ({
    id: `test-${at}`,
    findings: reported.slice(at * 10, at * 10 + 10).map(({ id }) => id),
    cost: { tier: 1 + (at % 4) },
    invasiveness: at % 4,
    turnaround: 'hours',
  }));
}
