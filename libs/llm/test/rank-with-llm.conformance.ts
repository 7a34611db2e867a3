import { type LlmRankingRequest, type RankWithLlm } from '../src/ports/rank-with-llm';
import { sampleRequest } from './sample-request';

/** Makes the adapter under test so that it meets `answer` as the model's answer to `request`. */
export type MakeRanker = (request: LlmRankingRequest, answer: unknown) => Promise<RankWithLlm> | RankWithLlm;

const diagnosis = (diseaseId: string | null, name: string, probability: number) => ({
  diseaseId,
  name,
  probability,
});

/** What every adapter of the port owes its callers. */
export function describeRankWithLlm(adapter: string, make: MakeRanker): void {
  const rank = async (diagnoses: unknown, change: Partial<LlmRankingRequest> = {}) => {
    const request = sampleRequest(change);
    return (await make(request, { diagnoses })).rank(request);
  };

  describe(`${adapter} as a ranker`, () => {
    it('ranks diseases of the knowledge base and names its model', async () => {
      const ranking = await rank([
        diagnosis('panic-disorder', 'Panic disorder', 0.1),
        diagnosis('pulmonary-embolism', 'PE', 0.7),
      ]);
      expect(ranking).toEqual({
        model: 'sample-model',
        differential: [
          { diseaseId: 'pulmonary-embolism', name: 'Pulmonary embolism', probability: 0.7 },
          { diseaseId: 'panic-disorder', name: 'Panic disorder', probability: 0.1 },
        ],
        proposedOutsideKnowledgeBase: [],
      });
    });

    it('lists apart, without a number, what the knowledge base does not hold', async () => {
      const ranking = await rank([
        diagnosis('pulmonary-embolism', 'Pulmonary embolism', 0.5),
        diagnosis(null, 'Amniotic fluid\nembolism', 0.2),
        diagnosis('invented-id', 'Invented disease', 0.2),
        diagnosis(null, 'invented disease', 0.1),
      ]);
      expect(ranking.differential).toHaveLength(1);
      expect(ranking.proposedOutsideKnowledgeBase).toEqual([
        { name: 'Amniotic fluid embolism' },
        { name: 'Invented disease' },
      ]);
    });

    it('takes the exact name of a disease for its id', async () => {
      const { differential } = await rank([diagnosis(null, ' pulmonary EMBOLISM', 0.4)]);
      expect(differential.map(({ diseaseId }) => diseaseId)).toEqual(['pulmonary-embolism']);
    });

    it('counts a disease once and drops probabilities that are none', async () => {
      const { differential } = await rank([
        diagnosis('pulmonary-embolism', 'PE', 0.4),
        diagnosis('pulmonary-embolism', 'PE', 0.3),
        diagnosis('panic-disorder', 'Panic', 0),
        diagnosis('community-acquired-pneumonia', 'CAP', 40),
      ]);
      expect(differential).toEqual([
        { diseaseId: 'pulmonary-embolism', name: 'Pulmonary embolism', probability: 0.4 },
      ]);
    });

    it('scales probabilities that sum to more than 1', async () => {
      const { differential } = await rank([
        diagnosis('pulmonary-embolism', 'PE', 0.9),
        diagnosis('panic-disorder', 'Panic', 0.6),
      ]);
      expect(differential.map(({ probability }) => probability)).toEqual([0.9 / 1.5, 0.6 / 1.5]);
    });

    it('answers in Chinese names when asked', async () => {
      const diseases = [{ diseaseId: 'pulmonary-embolism', name: '肺栓塞' }];
      const { differential } = await rank([diagnosis(null, '肺栓塞', 0.5)], { language: 'zh', diseases });
      expect(differential).toEqual([{ diseaseId: 'pulmonary-embolism', name: '肺栓塞', probability: 0.5 }]);
    });

    it.each([
      ['no diagnosis', []],
      ['another shape', 'pulmonary embolism'],
      ['a probability in words', [{ diseaseId: 'pulmonary-embolism', name: 'PE', probability: 'high' }]],
    ])('fails with unusable-answer on %s', async (_, diagnoses) => {
      await expect(rank(diagnoses)).rejects.toMatchObject({ name: 'LlmFault', code: 'unusable-answer' });
    });

    it('fails with aborted when it has been called off', async () => {
      const request = sampleRequest();
      const ranker = await make(request, { diagnoses: [diagnosis('pulmonary-embolism', 'PE', 0.5)] });
      const call = ranker.rank(request, { signal: AbortSignal.abort() });
      await expect(call).rejects.toMatchObject({ name: 'LlmFault', code: 'aborted' });
    });

    it('gives the same answer to the same request', async () => {
      const request = sampleRequest();
      const ranker = await make(request, { diagnoses: [diagnosis('pulmonary-embolism', 'PE', 0.5)] });
      expect(await ranker.rank(request)).toEqual(await ranker.rank(request));
    });
  });
}
