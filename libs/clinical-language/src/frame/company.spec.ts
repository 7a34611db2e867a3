import { Company, type Manifestations } from './company';

/** Two diseases of the eye and one of the joints, and what speaks for them. */
const SHOWN: Readonly<Record<string, readonly (readonly [disease: number, nats: number])[]>> = {
  'red-eye': [
    [0, 4],
    [1, 4],
  ],
  'eye-pain': [[0, 3]],
  'visual-loss=sudden': [[1, 3]],
  'light-hurts': [[0, 4]],
  'pupil-not-round': [[0, 4]],
  'swollen-joint': [[2, 2]],
  'joint-in-plaster': [[2, -1]],
};
const manifestations: Manifestations = {
  diseases: 3,
  forEachDisease: ({ findingId, state }, found) => {
    for (const [disease, nats] of SHOWN[state === undefined ? findingId : `${findingId}=${state}`] ?? [])
      found(disease, nats);
  },
};
const company = new Company(manifestations);
const EYE = ['red-eye', 'eye-pain', 'light-hurts'].map((findingId) => ({ findingId }));

describe('Company', () => {
  it('keeps what the diseases show that the others speak for, and nothing else', () => {
    const goesWithThem = company.beside(EYE);
    expect(goesWithThem?.('pupil-not-round')).toBe(true);
    expect(goesWithThem?.('swollen-joint')).toBe(false);
  });

  it('keeps nothing that speaks for no disease', () => {
    const goesWithThem = company.beside(EYE);
    expect(goesWithThem?.('joint-in-plaster')).toBe(false);
    expect(goesWithThem?.('unknown')).toBe(false);
  });

  it('takes states for what they are', () => {
    const eyes = [...EYE.slice(0, 2), { findingId: 'visual-loss', state: 'sudden' }];
    expect(company.beside(eyes)?.('pupil-not-round')).toBe(true);
    expect(company.beside([...EYE.slice(0, 2), { findingId: 'visual-loss' }])).toBeUndefined();
  });

  it('holds nothing against fewer than three', () => {
    expect(company.beside(EYE.slice(0, 2))).toBeUndefined();
    expect(company.beside([...EYE.slice(0, 2), { findingId: 'unknown' }])).toBeUndefined();
  });
});
