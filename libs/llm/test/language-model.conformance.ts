import { type LanguageModel } from '../src/ports/language-model';
import { RANKER } from '../src/roles/ranker/ranker';
import { type LlmRankingRequest } from '../src/roles/ranker/ranking';
import { sampleRequest } from './sample-request';

/** Makes the adapter under test so that it meets `answer` as the model's answer to `request`. */
export type MakeModel = (
  request: LlmRankingRequest,
  answer: unknown,
) => Promise<LanguageModel> | LanguageModel;

const EMBOLISM = { diseaseId: 'pulmonary-embolism', name: 'PE', probability: 0.7 };

/** What every adapter of the port owes its callers. */
export function describeLanguageModel(adapter: string, make: MakeModel): void {
  const ask = async (diagnoses: unknown, options = {}) => {
    const request = sampleRequest();
    return (await make(request, { diagnoses })).ask(RANKER, request, options);
  };

  describe(`${adapter} as a language model`, () => {
    it('answers in a role, and says which model and which version of the role that was', async () => {
      expect(await ask([EMBOLISM])).toMatchObject({
        value: { differential: [{ ...EMBOLISM, name: 'Pulmonary embolism' }] },
        raw: { diagnoses: [EMBOLISM] },
        model: 'sample-model',
        promptVersion: RANKER.promptVersion,
        latencyMs: expect.any(Number),
        firstTextMs: expect.any(Number),
        cached: false,
      });
    });

    it.each([
      ['no diagnosis', []],
      ['another shape', 'pulmonary embolism'],
      ['a probability in words', [{ ...EMBOLISM, probability: 'high' }]],
    ])('fails with unusable-answer where the role cannot read it: %s', async (_, diagnoses) => {
      await expect(ask(diagnoses)).rejects.toMatchObject({ name: 'LlmFault', code: 'unusable-answer' });
    });

    it('fails with aborted when it has been called off', async () => {
      const call = ask([EMBOLISM], { signal: AbortSignal.abort() });
      await expect(call).rejects.toMatchObject({ name: 'LlmFault', code: 'aborted' });
    });

    it('gives the same answer to the same request', async () => {
      const request = sampleRequest();
      const model = await make(request, { diagnoses: [EMBOLISM] });
      const [first, second] = [await model.ask(RANKER, request), await model.ask(RANKER, request)];
      expect(first.value).toEqual(second.value);
    });
  });
}
