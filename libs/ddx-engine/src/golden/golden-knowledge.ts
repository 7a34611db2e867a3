import { type EngineCase } from '../model/case';
import {
  type EngineDisease,
  type EngineFinding,
  type EngineKnowledge,
  type FindingDomain,
} from '../model/knowledge';
import { type GoldenCase, type GoldenDisease, type GoldenFile, type GoldenFinding } from './golden-format';

/** A golden file says only that a disease must not be missed: the order of ties needs no more. */
const UNSPECIFIED_RULE = { threshold: 0.05, harm: 1, excludedWhen: [] } as const;

/** The knowledge of a golden file in the engine's own form. */
export function goldenKnowledge({ knowledge }: GoldenFile): EngineKnowledge {
  return {
    findings: Object.entries(knowledge.findings).map(([id, finding]) => findingOf(id, finding)),
    diseases: Object.entries(knowledge.diseases).map(([id, disease]) => diseaseOf(id, disease)),
    tests: [],
    redFlags: [],
  };
}

/** A golden case in the engine's own form: what it does not say of the patient is unknown. */
export function goldenCase({ patient, observed }: GoldenCase): EngineCase {
  return {
    patient: {
      ageYears: patient.ageYears ?? null,
      sex: patient.sex ?? 'unknown',
      pregnant: patient.pregnant ?? null,
    },
    observed: Object.entries(observed).map(([findingId, observation]) => ({ findingId, ...observation })),
  };
}

function findingOf(id: string, { domain, baseline, ...rest }: GoldenFinding): EngineFinding {
  return { id, kind: 'symptom', stage: 'history', domain: domainOf(domain, baseline), ...rest };
}

function domainOf(kind: GoldenFinding['domain'], baseline: GoldenFinding['baseline']): FindingDomain {
  if (kind === 'binary') return { kind, baseline: typeof baseline === 'number' ? baseline : NaN };
  const byState = typeof baseline === 'number' ? {} : baseline;
  return { kind, states: Object.keys(byState), baseline: byState };
}

function diseaseOf(
  id: string,
  { prior, mustNotMiss, onlySex, restrict, modifiers, links }: GoldenDisease,
): EngineDisease {
  return {
    id,
    prior,
    ...(modifiers === undefined ? {} : { modifiers }),
    restrict: { ...restrict, ...(onlySex === undefined ? {} : { sex: onlySex }) },
    ...(mustNotMiss ? { mustNotMiss: UNSPECIFIED_RULE } : {}),
    links: Object.entries(links).map(([finding, link]) => ({ finding, ...link })),
  };
}
