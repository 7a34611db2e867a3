/** Invented knowledge of any size for measuring time: the numbers mean nothing. The same every time. */

const FINDINGS = 250;
const TESTS = 60;
const OBSERVED = 25;
/** Mixed cases: every third finding is a special case of its neighbour, every fifth restates another. */
const CHILD_EVERY = 3;
const GROUPED_EVERY = 5;
const GROUP_SIZE = 4;

const idOf = (letter, index) => `${letter}${String(index).padStart(5, '0')}`;
/** Spreads whole numbers over [0, 1): the fractional parts of multiples of the golden ratio. */
const spread = (number) => (number * 0.618033988749895) % 1;

/**
 * @param {object} size
 * @param {number} size.diseases
 * @param {number} size.linksPerDisease
 * @param {boolean} size.mixed with is-a relatives and groups, as real knowledge has them
 * @returns {import('../../libs/ddx-engine/src/model/knowledge').EngineKnowledge}
 */
export function syntheticKnowledge({ diseases, linksPerDisease, mixed }) {
  return {
    findings: Array.from({ length: FINDINGS }, (_each, index) => ({
      id: idOf('f', index),
      kind: 'symptom',
      stage: index % 2 === 0 ? 'history' : 'laboratory',
      domain: { kind: 'binary', baseline: 0.02 + 0.3 * spread(index) },
      mustExplain: index % 2 === 0,
      ...(mixed && index % CHILD_EVERY === 1 ? { parent: idOf('f', index - 1) } : {}),
      ...(mixed && index % GROUPED_EVERY === 2
        ? { group: `g${String(Math.floor(index / (GROUPED_EVERY * GROUP_SIZE)))}` }
        : {}),
    })),
    diseases: Array.from({ length: diseases }, (_each, disease) => ({
      id: idOf('d', disease),
      prior: 0.9 / diseases,
      links: Array.from({ length: linksPerDisease }, (_link, nth) => ({
        // A stride without a common divisor with the number of findings: no disease links a finding twice.
        finding: idOf('f', (disease * 7 + nth * 11) % FINDINGS),
        theta: 0.05 + 0.9 * spread(disease * 31 + nth),
      })),
      ...(disease % 2 === 0
        ? { mustNotMiss: { threshold: 0.02, harm: 1 + (disease % 5), excludedWhen: [] } }
        : {}),
    })),
    tests: Array.from({ length: TESTS }, (_each, index) => ({
      id: idOf('t', index),
      findings: [idOf('f', (index * 4 + 1) % FINDINGS)],
      cost: { tier: 1 + (index % 5) },
      invasiveness: index % 4,
      turnaround: 'hours',
    })),
    redFlags: [],
  };
}

/** @returns {import('../../libs/ddx-engine/src/model/case').EngineCase} */
export function syntheticCase() {
  const observed = Array.from({ length: OBSERVED }, (_each, index) => ({
    findingId: idOf('f', index * 9),
    presence: index % 3 === 2 ? 'absent' : 'present',
  }));
  return { patient: { ageYears: 50, sex: 'female', pregnant: false }, observed };
}

export const PARAMETERS = { alpha: 0.7, T: 1.5, nu: 0.6, rho: 0.3, upsilon: 0.4, piOther: 0.05 };
