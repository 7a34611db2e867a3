import { answerOf, clientOf, rank, type ApiClient } from '../support/client';
import { ENGLISH } from '../support/sample-cases';
import { sharedStack } from '../support/shared-stack';
import { type RunningStack } from '../support/stack';

jest.setTimeout(120_000);

describe('clinical scores', () => {
  let stack: RunningStack;
  let client: ApiClient;

  beforeAll(async () => {
    stack = await sharedStack();
    client = clientOf(stack.baseUrl, stack.apiKey);
  });

  const compute = (id: string, inputs: Record<string, boolean | number | string | null>) =>
    client.POST('/v1/scores/{id}', { params: { path: { id } }, body: { inputs } });

  it('are listed with inputs, interpretation and source, in both languages', async () => {
    const all = await answerOf(client.GET('/v1/scores', { params: { query: { limit: 100 } } }));
    expect(all.items.length).toBeGreaterThanOrEqual(33);
    expect(all.items.every(({ source }) => source.length > 20)).toBe(true);
    const query = { disease: 'pulmonary-embolism', lang: 'zh', limit: 100 } as const;
    const chinese = await answerOf(client.GET('/v1/scores', { params: { query } }));
    expect(chinese.items.map(({ id }) => id).sort()).toEqual(['geneva-revised', 'perc', 'wells-pe']);
    expect(chinese.items.find(({ id }) => id === 'perc')?.name).toMatch(/肺栓塞/);
  });

  it('give a value for full inputs and a range for missing ones', async () => {
    const inputs = { 'respiratory-rate': 22, 'systolic-pressure': 100, 'altered-mentation': false };
    const full = await answerOf(compute('qsofa', inputs));
    expect(full).toMatchObject({ scoreId: 'qsofa', value: 2, missing: [] });
    const open = await answerOf(compute('qsofa', { 'respiratory-rate': 22 }));
    expect(open.value).toEqual({ min: 1, max: 3 });
    expect(open.missing).toEqual(['systolic-pressure', 'altered-mentation']);
    expect(open.notice).toMatch(/teaching/);
  });

  it('refuse what is out of range and name it', async () => {
    const { response, error } = await compute('qsofa', { 'respiratory-rate': 400 });
    expect(response.status).toBe(422);
    expect(error).toMatchObject({ errors: [{ pointer: '/inputs/respiratory-rate', code: 'out-of-range' }] });
    expect((await compute('no-such-score', {})).response.status).toBe(404);
  });

  it('are filled in from the case for the leading diseases of a run', async () => {
    const run = await rank(client, { case: ENGLISH });
    const wells = run.scores.find(({ scoreId }) => scoreId === 'wells-pe');
    const answers = new Map(wells?.inputs.map(({ id, value }) => [id, value]));
    expect(answers.get('heart-rate')).toBe(112);
    expect(answers.get('haemoptysis')).toBe(false);
    expect(answers.get('immobilisation-or-surgery')).toBe(true);
    expect(answers.get('dvt-signs')).toBe(true);
    expect(answers.get('pe-most-likely')).toBeNull();
    expect(wells?.value).toMatchObject({ min: 6 });

    const log = await answerOf(client.GET('/v1/runs/{id}/explanation', { params: { path: { id: run.id } } }));
    const { scores } = log.record['answer'] as { scores: { scoreId: string; result: unknown }[] };
    expect(scores.map(({ scoreId }) => scoreId)).toEqual(run.scores.map(({ scoreId }) => scoreId));
    expect(scores.find(({ scoreId }) => scoreId === 'wells-pe')?.result).toEqual({
      ...(wells?.value as object),
      missing: wells?.missing,
    });
  });

  it('stand on the page of their disease', async () => {
    const page = await answerOf(
      client.GET('/v1/diseases/{id}', { params: { path: { id: 'community-acquired-pneumonia' } } }),
    );
    expect(page.scores).toContainEqual({ id: 'curb-65', name: 'CURB-65 score' });
  });
});
