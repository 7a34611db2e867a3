import { ADULT, binary, caseOf, disease, knowledge, PLAIN_BAYES, valueOf } from '../../test/fixtures';
import { answer } from '../answer/answer';
import { compileKnowledge } from '../compile/compile-knowledge';
import { type DiseaseThresholds } from '../model/answer';
import { type EngineCase } from '../model/case';
import { type TreatmentUtilities } from '../model/knowledge';
import { decisionThresholds } from './decision-thresholds';

const TREATMENT = { benefit: 0.5, harm: 0.05, testRisk: 0.001 };

function thresholdsOfEmbolism(
  engineCase: EngineCase,
  treatment?: TreatmentUtilities,
): DiseaseThresholds | undefined {
  const scan = { cost: { tier: 2 }, invasiveness: 1, turnaround: 'hours' };
  const known = knowledge(
    [
      binary('clot-on-scan', 0.01, { kind: 'imaging', stage: 'imaging' }),
      binary('d-dimer', 0.3, { kind: 'lab', stage: 'laboratory' }),
      binary('dyspnoea', 0.2),
    ],
    [
      disease(
        'embolism',
        0.02,
        { 'clot-on-scan': 0.9, 'd-dimer': 0.95, dyspnoea: 0.8 },
        treatment === undefined ? {} : { treatment },
      ),
      disease('pneumonia', 0.03, { 'd-dimer': 0.7, dyspnoea: 0.7 }),
    ],
    {
      tests: [
        { id: 'scan', findings: ['clot-on-scan'], ...scan },
        { id: 'blood', findings: ['d-dimer'], ...scan },
      ],
    },
  );
  const { differential } = valueOf(answer(compileKnowledge(known), PLAIN_BAYES, engineCase));
  return differential.find(({ diseaseId }) => diseaseId === 'embolism')?.thresholds;
}

describe('thresholds of an entry', () => {
  it('are not given where treating was not valued', () => {
    expect(thresholdsOfEmbolism(caseOf({ dyspnoea: 'present' }))).toBeUndefined();
  });

  it('are reckoned by the open finding that leaves the widest range for testing', () => {
    expect(thresholdsOfEmbolism(caseOf({ dyspnoea: 'present' }), TREATMENT)).toEqual({
      ...pick(decisionThresholds({ sensitivity: 0.9, specificity: 0.99, ...TREATMENT })),
      findingId: 'clot-on-scan',
    });
  });

  it('take false positives from the other diagnoses of this very patient', () => {
    const seen = caseOf({ dyspnoea: 'present', 'clot-on-scan': 'absent' });
    const [pneumonia, other] = [(0.03 / 0.05) * 3.5, 1];
    const falsePositive = (pneumonia * 0.7 + other * 0.3) / (pneumonia + other);
    const expected = decisionThresholds({
      sensitivity: 0.95,
      specificity: 1 - falsePositive,
      ...TREATMENT,
    });
    expect(thresholdsOfEmbolism(seen, TREATMENT)).toEqual({
      test: expect.closeTo(expected.test, 12),
      treat: expect.closeTo(expected.treat, 12),
      findingId: 'd-dimer',
    });
  });

  it('fall together at H / (H + B) where no test is left', () => {
    const seen = caseOf({ 'd-dimer': 'present', 'clot-on-scan': 'absent' }, ADULT);
    const atOnce = 0.05 / 0.55;
    expect(thresholdsOfEmbolism(seen, TREATMENT)).toEqual({ test: atOnce, treat: atOnce, findingId: null });
  });
});

function pick({ test, treat }: { test: number; treat: number }): { test: number; treat: number } {
  return { test, treat };
}
