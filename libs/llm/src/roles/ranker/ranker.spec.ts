import { sampleRequest } from '../../../test/sample-request';
import { RANKER } from './ranker';
import { type LlmRankingRequest } from './ranking';
import { RANKER_EXAMPLES } from './examples';

const diagnosis = (diseaseId: string, name: string, probability: number) => ({
  diseaseId,
  name,
  probability,
});
const read = (diagnoses: unknown, change: Partial<LlmRankingRequest> = {}) =>
  RANKER.read({ diagnoses }, sampleRequest(change));

describe('the prompt of the ranker', () => {
  it('tells coded facts and the diseases to choose from, and nothing else', () => {
    expect(RANKER.prompt(sampleRequest()).user).toBe(
      [
        'Patient:\n- age in years: 54\n- sex: female\n- setting: emergency',
        'Facts:\n- Sudden breathlessness: present\n- Fever: absent\n- D-dimer: raised (uncertain)',
        'List of diseases:\n- pulmonary-embolism: Pulmonary embolism\n- community-acquired-pneumonia: ' +
          'Community-acquired pneumonia\n- panic-disorder: Panic disorder\n- other: none of these',
        'Write names in English.',
      ].join('\n\n'),
    );
  });

  it('is the same for the same request', () => {
    expect(RANKER.prompt(sampleRequest())).toEqual(RANKER.prompt(sampleRequest()));
  });
});

describe('the reading of the ranker', () => {
  it.each(RANKER_EXAMPLES)('$name', ({ input, raw, value }) => {
    expect(RANKER.read(raw, input)).toEqual(value);
  });

  it('drops what was not offered', () => {
    const { differential } = read([
      diagnosis('pulmonary-embolism', 'Pulmonary embolism', 0.5),
      diagnosis('invented-id', 'Invented disease', 0.2),
    ]);
    expect(differential.map(({ diseaseId }) => diseaseId)).toEqual(['pulmonary-embolism']);
  });

  it('gives Other its part and lists it nowhere', () => {
    const both = [diagnosis('other', 'none of these', 0.9), diagnosis('panic-disorder', 'Panic', 0.3)];
    expect(read(both).differential).toEqual([
      { diseaseId: 'panic-disorder', name: 'Panic disorder', probability: 0.3 / 1.2 },
    ]);
    expect(read([diagnosis('other', '', 0.9)]).differential).toEqual([]);
  });

  it('takes the exact name of a disease for its id, in either language', () => {
    const { differential } = read([diagnosis('pe', ' pulmonary EMBOLISM', 0.4)]);
    expect(differential.map(({ diseaseId }) => diseaseId)).toEqual(['pulmonary-embolism']);
    const diseases = [{ diseaseId: 'pulmonary-embolism', name: '肺栓塞' }];
    expect(read([diagnosis('', '肺栓塞', 0.5)], { language: 'zh', diseases }).differential).toEqual([
      { diseaseId: 'pulmonary-embolism', name: '肺栓塞', probability: 0.5 },
    ]);
  });

  it('counts a disease once and drops probabilities that are none', () => {
    const { differential } = read([
      diagnosis('pulmonary-embolism', 'PE', 0.4),
      diagnosis('pulmonary-embolism', 'PE', 0.3),
      diagnosis('panic-disorder', 'Panic', 0),
      diagnosis('community-acquired-pneumonia', 'CAP', 40),
    ]);
    expect(differential).toEqual([
      { diseaseId: 'pulmonary-embolism', name: 'Pulmonary embolism', probability: 0.4 },
    ]);
  });

  it('scales probabilities that sum to more than 1', () => {
    const { differential } = read([
      diagnosis('pulmonary-embolism', 'PE', 0.9),
      diagnosis('panic-disorder', 'Panic', 0.6),
    ]);
    expect(differential.map(({ probability }) => probability)).toEqual([0.9 / 1.5, 0.6 / 1.5]);
  });
});
