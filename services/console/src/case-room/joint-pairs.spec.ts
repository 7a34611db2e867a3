import type { DifferentialEntry, Run } from '../api/types';
import { jointPairs } from './joint-pairs';

const disease = (diseaseId: string, ratios: Readonly<Record<string, number>>): DifferentialEntry =>
  ({
    diseaseId,
    evidence: Object.entries(ratios).map(([findingId, logLikelihoodRatio]) => ({
      findingId,
      from: [findingId],
      logLikelihoodRatio,
    })),
  }) as unknown as DifferentialEntry;

const embolism = disease('embolism', { dyspnoea: 1.2, fever: -0.3 });
const pneumonia = disease('pneumonia', { fever: 1, dyspnoea: 0.4 });
const pair = (diseaseIds: string[], probability: number): Run['jointHypotheses'][number] => ({
  diseaseIds,
  probability,
  explains: ['dyspnoea', 'fever', 'rash'],
});

describe('jointPairs', () => {
  it('puts the higher ranked disease first and names what it leaves open', () => {
    const [found] = jointPairs({
      differential: [embolism, pneumonia],
      jointHypotheses: [pair(['pneumonia', 'embolism'], 0.04)],
    });
    expect(found?.diseases.map(({ diseaseId }) => diseaseId)).toEqual(['embolism', 'pneumonia']);
    expect(found?.added).toEqual(['fever', 'rash']);
  });

  it('leaves out the improbable, and pairs with a disease that is not listed', () => {
    const jointHypotheses = [pair(['embolism', 'pneumonia'], 0.009), pair(['embolism', 'measles'], 0.2)];
    expect(jointPairs({ differential: [embolism, pneumonia], jointHypotheses })).toEqual([]);
  });

  it('leaves out a second disease that explains nothing new', () => {
    const everything = disease('embolism', { dyspnoea: 1, fever: 0.2, rash: 0.1 });
    const jointHypotheses = [pair(['embolism', 'pneumonia'], 0.04)];
    expect(jointPairs({ differential: [everything, pneumonia], jointHypotheses })).toEqual([]);
  });

  it('keeps the three likeliest, the likeliest first', () => {
    const differential = ['a', 'b', 'c', 'd'].map((id) => disease(id, {}));
    const jointHypotheses = [
      pair(['a', 'b'], 0.02),
      pair(['a', 'c'], 0.05),
      pair(['a', 'd'], 0.03),
      pair(['b', 'c'], 0.01),
    ];
    const found = jointPairs({ differential, jointHypotheses });
    expect(found.map(({ probability }) => probability)).toEqual([0.05, 0.03, 0.02]);
  });
});
