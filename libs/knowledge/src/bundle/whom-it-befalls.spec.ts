import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { whomItBefalls } from './whom-it-befalls';

const finding = (id: string, baseline: object = { emergency: 0.02, 'primary-care': 0.01 }): Finding =>
  ({ id, baseline }) as unknown as Finding;

/** A disease of an age and a sex in which findings have a frequency, or a likelihood ratio. */
const disease = (
  age: Record<string, number>,
  sexRatio: Record<string, number>,
  links: object[],
  restrict = {},
): Disease => ({ prior: { age, sexRatio }, restrict, links }) as unknown as Disease;

const OLD = { neonate: 0.001, infant: 0.001, child: 0.001, adolescent: 0.01, 'adult80+': 3 };
const link = (id: string, theta: number): object => ({ finding: id, theta });

describe('whomItBefalls', () => {
  const findings = [
    finding('lochia'),
    finding('stare'),
    finding('cough'),
    finding('pulse', { emergency: {} }),
  ];
  const befalls = whomItBefalls(findings, [
    disease({}, { female: 1.9, male: 0.001 }, [link('lochia', 0.5), link('cough', 0.3)]),
    disease({}, {}, [link('lochia', 0.5), link('cough', 0.03)], { sex: 'female' }),
    disease(OLD, {}, [link('stare', 0.6), link('cough', 0.6), { finding: 'pulse', theta: { slow: 1 } }]),
    disease({}, {}, [link('lochia', 0.03), { finding: 'stare', lrPos: 1.5 }]),
  ]);

  it('is the sex that alone has the diseases in which a finding is twice as usual', () => {
    expect(befalls.get('lochia')).toEqual({ sex: 'female' });
  });

  it('is the ages that have them', () => {
    expect(befalls.get('stare')).toEqual({ ageYears: [18, 150] });
  });

  it('is anybody where one of them befalls anybody, and where a finding has states', () => {
    expect(befalls.has('cough')).toBe(false);
    expect(befalls.has('pulse')).toBe(false);
  });
});
