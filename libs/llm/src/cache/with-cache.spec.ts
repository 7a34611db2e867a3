import { FixedModel } from '../../test/fixed-model';
import { MemoryAnswers } from '../../test/memory-answers';
import { SENTENCES } from '../../test/sentences-role';
import { withInertAnswers } from '../guards/inert-answers';
import { cacheKey } from './cache-key';
import { withCache } from './with-cache';

const CALL = { tenantId: 'school', caseId: 'case-1', knowledge: 'k1' };
const QUESTION = { about: 'chest pain' };

function world(raw: unknown = { sentences: ['Pain is felt.'] }) {
  const model = new FixedModel(raw);
  const store = new MemoryAnswers();
  const cached = withCache(model, store, { temperature: 0 });
  return { model, store, cached, ask: (call: object = CALL) => cached.ask(SENTENCES, QUESTION, call) };
}

describe('withCache', () => {
  it('asks once, and gives the same answer to other cases of the tenant', async () => {
    const { model, ask } = world();
    const first = await ask();
    const second = await ask({ ...CALL, caseId: 'case-2' });
    expect([first.cached, second.cached]).toEqual([false, true]);
    expect(second).toMatchObject({ value: first.value, model: 'sample-model', promptVersion: '1' });
    expect(model.asked).toHaveLength(1);
  });

  it.each([
    ['another tenant', { ...CALL, tenantId: 'clinic' }],
    ['other knowledge', { ...CALL, knowledge: 'k2' }],
    ['nobody in particular', {}],
    ['no case', { ...CALL, caseId: undefined }],
  ])('asks again for %s', async (_, call) => {
    const { model, ask } = world();
    await ask();
    expect(await ask(call)).toMatchObject({ cached: false });
    expect(model.asked).toHaveLength(2);
  });

  it('keeps nothing that cannot be read', async () => {
    const { store, ask } = world({ sentences: 'none' });
    await expect(ask()).rejects.toMatchObject({ code: 'unusable-answer' });
    expect(store.kept.size).toBe(0);
  });

  it('has a kept answer looked through again by what stands around it', async () => {
    const { cached, ask } = world({ sentences: ['Pain is felt.', 'See https://a.example'] });
    await ask();
    const { value, cached: wasKept } = await withInertAnswers(cached).ask(SENTENCES, QUESTION, CALL);
    expect([wasKept, value]).toEqual([true, ['Pain is felt.']]);
  });

  it('gives nothing to who has called the question off', async () => {
    const { ask } = world();
    await ask();
    await expect(ask({ ...CALL, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('cacheKey', () => {
  const by = { model: 'm', parameters: { temperature: 0 }, knowledge: 'k1' };
  const key = cacheKey(by, SENTENCES, QUESTION);

  it('is the same for the same words, whatever their spaces and composition', () => {
    expect(cacheKey(by, SENTENCES, { about: ' chest\n pain ' })).toBe(key);
    expect(cacheKey(by, SENTENCES, { about: 'e\u0301' })).toBe(cacheKey(by, SENTENCES, { about: '\u00e9' }));
  });

  it.each([
    ['model', { ...by, model: 'n' }, SENTENCES, QUESTION],
    ['parameters', { ...by, parameters: { temperature: 1 } }, SENTENCES, QUESTION],
    ['knowledge', { ...by, knowledge: 'k2' }, SENTENCES, QUESTION],
    ['role', by, { ...SENTENCES, name: 'other' }, QUESTION],
    ['version of the prompt', by, { ...SENTENCES, promptVersion: '2' }, QUESTION],
    ['question', by, SENTENCES, { about: 'back pain' }],
  ])('is another for another %s', (_, given, role, question) => {
    expect(cacheKey(given, role, question)).not.toBe(key);
  });
});
