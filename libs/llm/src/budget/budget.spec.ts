import { FixedModel } from '../../test/fixed-model';
import { MemoryLedger } from '../../test/memory-ledger';
import { SENTENCES } from '../../test/sentences-role';
import { LlmFault } from '../ports/llm-fault';
import { withBudget } from './budget';
import { type DailyLimits } from './ledger';

const OF_ANNA = { tenantId: 'school', userId: 'anna' };
const QUESTION = { about: 'pain' };
/** What the question is taken to need: its prompt by three bytes a token, and 1,000 for the answer. */
const ESTIMATE = 1_021;

function world(daily: DailyLimits = {}, maxPromptBytes = 1_000) {
  const model = new FixedModel({ sentences: ['Pain is felt.'] });
  const ledger = new MemoryLedger();
  let now = Date.parse('2026-11-20T23:30:00Z');
  const budgeted = withBudget(model, { maxPromptBytes, daily, now: () => now }, ledger);
  return {
    model,
    ledger,
    tomorrow: () => (now += 3_600_000),
    ask: (call: object = OF_ANNA, about = 'pain') => budgeted.ask(SENTENCES, { ...QUESTION, about }, call),
  };
}

describe('withBudget', () => {
  it('counts what the endpoint counted, for who asked, on the day of the question', async () => {
    const { model, ledger, ask } = world();
    model.usage = { promptTokens: 30, completionTokens: 12 };
    await ask();
    expect(ledger.total).toBe(42);
    expect(ledger.entries[0]).toEqual({ day: '2026-11-20', ...OF_ANNA, tokens: ESTIMATE });
  });

  it('leaves the estimate where the endpoint does not count', async () => {
    const { ledger, ask } = world();
    await ask();
    expect(ledger.total).toBe(ESTIMATE);
  });

  it.each([
    ['user', { tenantId: 'school', userId: 'ben' }],
    ['tenant', { tenantId: 'clinic', userId: 'anna' }],
  ] as const)('asks no more for a %s that is over, but for another', async (limit, other) => {
    const { model, ask } = world({ [limit]: ESTIMATE });
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'over-budget', passing: false });
    expect(model.asked).toHaveLength(1);
    await expect(ask(other)).resolves.toMatchObject({ model: 'sample-model' });
  });

  it('asks for nobody where all together are over, until the next day', async () => {
    const { ask, tomorrow } = world({ all: ESTIMATE });
    await ask();
    await expect(ask({ tenantId: 'clinic' })).rejects.toMatchObject({ code: 'over-budget' });
    tomorrow();
    await expect(ask()).resolves.toMatchObject({ model: 'sample-model' });
  });

  it('does not ask with a prompt that is too long, in bytes', async () => {
    const { model, ledger, ask } = world({}, 100);
    await expect(ask(OF_ANNA, '痛'.repeat(20))).rejects.toMatchObject({
      code: 'prompt-too-long',
      passing: false,
    });
    expect([model.asked, ledger.entries]).toEqual([[], []]);
  });

  it.each([
    ['suspended', 0],
    ['unreachable', 0],
    ['timeout', ESTIMATE],
    ['unusable-answer', ESTIMATE],
  ] as const)('after %s has counted %d', async (code, counted) => {
    const { model, ledger, ask } = world();
    model.fault = new LlmFault(code);
    await expect(ask()).rejects.toBe(model.fault);
    expect(ledger.total).toBe(counted);
  });
});
