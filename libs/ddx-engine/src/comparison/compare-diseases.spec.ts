import { binary, caseOf, disease, knowledge, PLAIN_BAYES, valueOf } from '../../test/fixtures';
import { compileKnowledge } from '../compile/compile-knowledge';
import { compareDiseases } from './compare-diseases';

const KNOWN = compileKnowledge(
  knowledge(
    [
      binary('pain', 0.2, { impliesAbsence: false }),
      binary('colic', 0.05, { parent: 'pain' }),
      binary('fever', 0.1),
      binary('haematuria', 0.05),
      binary('rash', 0.02),
    ],
    [
      disease('stone', 0.02, { colic: 0.8, haematuria: 0.8, fever: 0.1 }),
      disease('appendicitis', 0.01, { pain: 0.9, fever: 0.6, haematuria: 0.1 }),
      disease('prostatitis', 0.01, { fever: 0.7 }, { restrict: { sex: 'male' } }),
    ],
  ),
);
const CASE = caseOf({ colic: 'present', fever: 'present' });
const COMPARED = valueOf(compareDiseases(KNOWN, PLAIN_BAYES, CASE, ['stone', 'appendicitis']));

describe('compareDiseases', () => {
  it('sets what the same observation is worth to either side by side, whatever each counts it as', () => {
    expect(COMPARED.forA).toHaveLength(1);
    const [colic] = COMPARED.forA;
    expect(colic?.from).toEqual(['colic']);
    expect(colic?.rowsA.map(({ findingId, match }) => [findingId, match])).toEqual([['colic', 'linked']]);
    expect(colic?.rowsB.map(({ findingId, match }) => [findingId, match])).toEqual([
      ['pain', 'via-ancestor'],
    ]);
    expect(colic?.difference).toBeCloseTo(Math.log(16 / 4.5), 12);
  });

  it('sums to the log odds between the two', () => {
    expect(COMPARED.forB.map(({ from }) => from)).toEqual([['fever']]);
    expect(COMPARED.priorDifference).toBeCloseTo(Math.log(2), 12);
    expect(COMPARED.scoreDifference).toBeCloseTo(Math.log(2 * (16 / 4.5) * (1 / 6)), 12);
    const [a, b] = COMPARED.probabilities;
    expect(Math.log(a / b)).toBeCloseTo(COMPARED.scoreDifference, 12);
  });

  it('calls shared what hardly changes the odds between the two', () => {
    const man = { ageYears: 50, sex: 'male' } as const;
    const feverish = caseOf({ fever: 'present' }, man);
    const shared = valueOf(compareDiseases(KNOWN, PLAIN_BAYES, feverish, ['appendicitis', 'prostatitis']));
    expect([...shared.forA, ...shared.forB]).toEqual([]);
    expect(shared.shared.map(({ from }) => from)).toEqual([['fever']]);
  });

  it('names what would separate them, by the information if both were equally likely', () => {
    const [haematuria, ...more] = COMPARED.separating;
    expect(more.map(({ findingId }) => findingId)).toEqual([]);
    expect(haematuria).toMatchObject({
      findingId: 'haematuria',
      outcomes: [
        { outcome: 'present', probabilityInA: 0.8, probabilityInB: 0.1 },
        { outcome: 'absent', probabilityInA: expect.closeTo(0.2, 12), probabilityInB: 0.9 },
      ],
    });
    const entropy = (p: number): number => -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
    expect(haematuria?.bits).toBeCloseTo(entropy(0.45) - (entropy(0.8) + entropy(0.1)) / 2, 12);
  });

  it('is its own mirror image', () => {
    const mirrored = valueOf(compareDiseases(KNOWN, PLAIN_BAYES, CASE, ['appendicitis', 'stone']));
    expect(mirrored.scoreDifference).toBeCloseTo(-COMPARED.scoreDifference, 12);
    expect(mirrored.forA.map(({ from }) => from)).toEqual(COMPARED.forB.map(({ from }) => from));
    expect(mirrored.separating.map(({ bits }) => bits)).toEqual(COMPARED.separating.map(({ bits }) => bits));
  });

  it.each([
    ['a disease that is not known', ['stone', 'nothing'], 'nothing is not a disease'],
    ['a disease with itself', ['stone', 'stone'], 'stone cannot be compared with itself'],
    ['a disease that is impossible', ['stone', 'prostatitis'], 'prostatitis is impossible'],
  ] as const)('refuses %s', (_, diseaseIds, message) => {
    expect(() => compareDiseases(KNOWN, PLAIN_BAYES, CASE, diseaseIds)).toThrow(message);
  });
});
