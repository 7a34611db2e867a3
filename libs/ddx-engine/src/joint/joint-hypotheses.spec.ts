import {
  binary,
  caseOf,
  categorical,
  disease,
  knowledge,
  PARAMETERS,
  PLAIN_BAYES,
  valueOf,
} from '../../test/fixtures';
import { answer } from '../answer/answer';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type JointHypothesis } from '../model/answer';
import { type EngineCase } from '../model/case';
import { type EngineKnowledge } from '../model/knowledge';
import { type EngineParameters } from '../model/parameters';

function joint(
  known: EngineKnowledge,
  engineCase: EngineCase,
  parameters: EngineParameters = PLAIN_BAYES,
): readonly JointHypothesis[] {
  return valueOf(answer(compileKnowledge(known), parameters, engineCase)).jointHypotheses;
}

const SYMPTOMS = [
  binary('jaundice', 0.01, { mustExplain: true }),
  binary('cough', 0.1, { mustExplain: true }),
  binary('fever', 0.1),
];

describe('jointHypotheses', () => {
  it('shows two diseases that each explain what the other does not, by Bayes for the pair', () => {
    const known = knowledge(SYMPTOMS, [
      disease('hepatitis', 0.02, { jaundice: 0.6 }),
      disease('pneumonia', 0.03, { cough: 0.8 }),
    ]);
    const [pair, ...more] = joint(known, caseOf({ jaundice: 'present', cough: 'present' }));
    expect(more).toEqual([]);
    expect(pair).toMatchObject({
      diseaseIds: ['hepatitis', 'pneumonia'],
      explains: ['cough', 'jaundice'],
      relation: 'independent',
    });
    const odds = { hepatitis: (0.02 / 0.05) * 60, pneumonia: (0.03 / 0.05) * 8 };
    const both = ((0.02 * 0.03) / 0.05) * 60 * 8;
    const sum = odds.hepatitis + odds.pneumonia + 1 + both;
    expect(pair?.probability).toBeCloseTo(both / sum, 12);
  });

  it('counts what both bring about once, by a noisy OR over the baseline', () => {
    const known = knowledge(SYMPTOMS, [
      disease('a', 0.02, { fever: 0.5, cough: 0.8 }),
      disease('b', 0.03, { fever: 0.6, jaundice: 0.6 }),
    ]);
    const [pair] = joint(known, caseOf({ fever: 'present', cough: 'present', jaundice: 'present' }));
    const fever = 1 - (0.5 * 0.4) / 0.9;
    const both = ((0.02 * 0.03) / 0.05) * (fever / 0.1) * 8 * 60;
    const a = (0.02 / 0.05) * 5 * 8;
    const b = (0.03 / 0.05) * 6 * 60;
    expect(pair?.probability).toBeCloseTo(both / (a + b + 1 + both), 12);
    expect(pair?.explains).toEqual(['cough', 'fever', 'jaundice']);
  });

  it('shows no pair in which one disease alone explains everything', () => {
    const known = knowledge(SYMPTOMS, [
      disease('a', 0.02, { cough: 0.8, fever: 0.5 }),
      disease('b', 0.03, { jaundice: 0.6 }),
    ]);
    expect(joint(known, caseOf({ cough: 'present', fever: 'present' }))).toEqual([]);
  });

  it('does not take denied findings for explained', () => {
    const known = knowledge(SYMPTOMS, [
      disease('a', 0.02, { cough: 0.05, fever: 0.5 }),
      disease('b', 0.03, { jaundice: 0.005, fever: 0.05 }),
    ]);
    const engineCase = caseOf({ cough: 'absent', jaundice: 'absent', fever: 'present' });
    expect(joint(known, engineCase)).toEqual([]);
  });

  it('uses a likelihood ratio as it stands where only one of the two links the finding', () => {
    const known = knowledge(SYMPTOMS, [
      disease('a', 0.02, { jaundice: { lrPos: 150, lrNeg: 0.5 } }),
      disease('b', 0.03, { cough: 0.8 }),
    ]);
    const [pair] = joint(known, caseOf({ jaundice: 'present', cough: 'present' }));
    const both = ((0.02 * 0.03) / 0.05) * 150 * 8;
    const singles = (0.02 / 0.05) * 150 + (0.03 / 0.05) * 8;
    expect(pair?.probability).toBeCloseTo(both / (singles + 1 + both), 12);
  });

  it('joins states as it joins presence', () => {
    const sodium = categorical('sodium', { low: 0.1, normal: 0.8, high: 0.1 });
    const known = knowledge(
      [...SYMPTOMS, sodium],
      [
        disease('a', 0.02, { sodium: { theta: { low: 0.5 } }, cough: 0.8 }),
        disease('b', 0.03, { sodium: { theta: { low: 0.4, normal: 0.6 } }, jaundice: 0.6 }),
      ],
    );
    const [pair] = joint(known, caseOf({ sodium: 'low', cough: 'present', jaundice: 'present' }));
    const low = 1 - (0.5 * 0.6) / 0.9;
    const both = ((0.02 * 0.03) / 0.05) * (low / 0.1) * 8 * 60;
    const singles = (0.02 / 0.05) * 5 * 8 + (0.03 / 0.05) * 4 * 60;
    expect(pair?.probability).toBeCloseTo(both / (singles + 1 + both), 12);
  });

  it('does not take a declared complication for a coincidence', () => {
    const stones = disease('stones', 0.02, { jaundice: 0.6 });
    const tumour = disease('tumour', 0.005, { jaundice: 0.7 });
    const cholangitis = disease(
      'cholangitis',
      0.004,
      { fever: 0.9 },
      { complicationOf: ['stones', 'tumour'] },
    );
    const pairs = joint(
      knowledge(SYMPTOMS, [stones, tumour, cholangitis]),
      caseOf({ jaundice: 'present', fever: 'present' }),
    );
    const oddsOfPair = (cause: number, jaundice: number): number =>
      ((0.004 * (cause / 0.025)) / 0.05) * 9 * (jaundice / 0.01);
    const [withStones, withTumour] = [oddsOfPair(0.02, 0.6), oddsOfPair(0.005, 0.7)];
    const twoCauses = ((0.02 * 0.005) / 0.05) * ((1 - (0.4 * 0.3) / 0.99) / 0.01);
    const singles = (0.02 / 0.05) * 60 + (0.005 / 0.05) * 70 + (0.004 / 0.05) * 9;
    const total = singles + 1 + withStones + withTumour + twoCauses;
    expect(pairs).toEqual([
      expect.objectContaining({
        diseaseIds: ['stones', 'cholangitis'],
        relation: 'complication',
        probability: expect.closeTo(withStones / total, 12),
      }),
      expect.objectContaining({
        diseaseIds: ['tumour', 'cholangitis'],
        relation: 'complication',
        probability: expect.closeTo(withTumour / total, 12),
      }),
      expect.objectContaining({ diseaseIds: ['stones', 'tumour'], relation: 'independent' }),
    ]);
  });

  it('leaves the list as it is', () => {
    const known = knowledge(SYMPTOMS, [
      disease('hepatitis', 0.02, { jaundice: 0.6 }),
      disease('pneumonia', 0.03, { cough: 0.8 }),
    ]);
    const { differential, remainder, other, jointHypotheses } = valueOf(
      answer(compileKnowledge(known), PARAMETERS, caseOf({ jaundice: 'present', cough: 'present' })),
    );
    expect(jointHypotheses).toHaveLength(1);
    const listed = differential.reduce((sum, entry) => sum + entry.probability, 0);
    expect(listed + remainder.probability + other.probability).toBeCloseTo(1, 12);
  });
});
