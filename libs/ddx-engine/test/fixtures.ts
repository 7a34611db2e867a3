import { type EngineCase, type EnginePatient, type ObservedFinding, type Presence } from '../src/model/case';
import {
  type EngineDisease,
  type EngineFinding,
  type EngineKnowledge,
  type EngineLink,
  type EngineTest,
} from '../src/model/knowledge';
import { type EngineParameters } from '../src/model/parameters';

/** Toy medicine for tests of arithmetic: the numbers mean nothing. */

export const PARAMETERS: EngineParameters = {
  alpha: 0.7,
  T: 1.5,
  nu: 0.6,
  rho: 0.3,
  upsilon: 0.4,
  piOther: 0.05,
};

/** Parameters under which a score is plain Bayes in odds form. */
export const PLAIN_BAYES: EngineParameters = { alpha: 1, T: 1, nu: 1, rho: 0, upsilon: 1, piOther: 0.05 };

export function binary(id: string, baseline: number, more: Partial<EngineFinding> = {}): EngineFinding {
  return { id, kind: 'symptom', stage: 'history', domain: { kind: 'binary', baseline }, ...more };
}

export function categorical(
  id: string,
  baseline: Readonly<Record<string, number>>,
  more: Partial<EngineFinding> = {},
): EngineFinding {
  const domain = { kind: 'categorical', states: Object.keys(baseline), baseline } as const;
  return { id, kind: 'lab', stage: 'laboratory', domain, ...more };
}

export function disease(
  id: string,
  prior: number,
  links: Readonly<Record<string, Omit<EngineLink, 'finding'> | number>>,
  more: Partial<EngineDisease> = {},
): EngineDisease {
  return {
    id,
    prior,
    links: Object.entries(links).map(([finding, link]) => ({
      finding,
      ...(typeof link === 'number' ? { theta: link } : link),
    })),
    ...more,
  };
}

export function knowledge(
  findings: readonly EngineFinding[],
  diseases: readonly EngineDisease[],
  more: Partial<EngineKnowledge> = {},
): EngineKnowledge {
  return { findings, diseases, tests: [], redFlags: [], ...more };
}

export const ADULT: EnginePatient = { ageYears: 50, sex: 'female', pregnant: false };

/** `{ fever: 'present', sodium: 'low' }`: a state where the word is not a presence. */
export function caseOf(
  observed: Readonly<Record<string, string | ObservedFinding>>,
  patient: EnginePatient = ADULT,
): EngineCase {
  return {
    patient,
    observed: Object.entries(observed).map(([findingId, said]) => {
      if (typeof said !== 'string') return said;
      return isPresence(said) ? { findingId, presence: said } : { findingId, state: said };
    }),
  };
}

function isPresence(word: string): word is Presence {
  return word === 'present' || word === 'absent' || word === 'unknown';
}

/** The value of an outcome that must be there. */
export function valueOf<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly rejection: unknown },
): T {
  if (!outcome.ok) throw new Error(`rejected: ${JSON.stringify(outcome.rejection)}`);
  return outcome.value;
}

/** Finds `consolidation`, `effusion` or neither. */
export const FILM: EngineTest = {
  id: 'chest-film',
  findings: ['consolidation', 'effusion'],
  outcomes: [
    { id: 'consolidation', states: { consolidation: 'present', effusion: 'absent' } },
    { id: 'effusion', states: { consolidation: 'absent', effusion: 'present' } },
    { id: 'clear', states: { consolidation: 'absent', effusion: 'absent' } },
  ],
  cost: { tier: 2 },
  invasiveness: 0,
  turnaround: 'an hour',
};
/** Measures `crp`. */
export const BLOOD: EngineTest = {
  ...FILM,
  id: 'blood',
  findings: ['crp'],
  outcomes: undefined,
  cost: { tier: 1 },
};
