import { sampleRequest } from '../../test/sample-request';
import { LlmFault, type LlmFaultCode } from '../ports/llm-fault';
import { type LanguageModel, type LlmReply } from '../ports/language-model';
import { RANKER } from '../roles/ranker/ranker';
import { type LlmRanking } from '../roles/ranker/ranking';
import { withBreaker } from './breaker';

const ANSWER: LlmReply<LlmRanking> = {
  value: { differential: [] },
  raw: { diagnoses: [] },
  model: 'sample-model',
  promptVersion: RANKER.promptVersion,
  latencyMs: 1,
  firstTextMs: 1,
  cached: false,
};
const OPEN_MS = 30_000;

/** A guarded model whose calls wait until the test says how each of them ends. */
function guarded() {
  const calls: { answer: () => void; fail: (code: LlmFaultCode) => void }[] = [];
  const world = { time: 0 };
  const model: LanguageModel = {
    model: 'sample-model',
    ask: <_I, O>() =>
      new Promise<LlmReply<O>>((resolve, reject) => {
        calls.push({
          answer: () => {
            resolve(ANSWER as LlmReply<O>);
          },
          fail: (code) => {
            reject(new LlmFault(code));
          },
        });
      }),
  };
  const breaker = withBreaker(model, { failures: 3, openMs: OPEN_MS, now: () => world.time });
  const ask = () => breaker.ask(RANKER, sampleRequest()).catch(({ code }: LlmFault) => code);
  const askAnd = async (end: 'answer' | LlmFaultCode) => {
    const before = calls.length;
    const asked = ask();
    const call = calls[before];
    if (end === 'answer') call?.answer();
    else call?.fail(end);
    return asked;
  };
  return { ask, askAnd, calls, world };
}

describe('the breaker', () => {
  it.each(['timeout', 'unreachable', 'unavailable', 'rate-limited', 'refused'] as const)(
    'opens after three %s in a row, and then asks nothing',
    async (code) => {
      const { ask, askAnd, calls } = guarded();
      for (let each = 0; each < 3; each += 1) expect(await askAnd(code)).toBe(code);
      expect(await ask()).toBe('suspended');
      expect(calls).toHaveLength(3);
    },
  );

  it.each(['answer', 'unusable-answer'] as const)('counts anew after an %s', async (end) => {
    const { askAnd } = guarded();
    await askAnd('timeout');
    await askAnd('timeout');
    await askAnd(end);
    await askAnd('timeout');
    expect(await askAnd('timeout')).toBe('timeout');
    expect(await askAnd('answer')).toEqual(ANSWER);
  });

  it('takes a call that was called off for nothing', async () => {
    const { askAnd } = guarded();
    for (const end of ['timeout', 'timeout', 'aborted', 'aborted', 'answer'] as const) await askAnd(end);
    expect(await askAnd('answer')).toEqual(ANSWER);
  });

  it('lets one call through after its time; an answer closes it', async () => {
    const { ask, askAnd, calls, world } = guarded();
    for (let each = 0; each < 3; each += 1) await askAnd('timeout');
    world.time = OPEN_MS - 1;
    expect(await ask()).toBe('suspended');
    world.time = OPEN_MS;
    const probe = ask();
    expect(await ask()).toBe('suspended');
    calls[3]?.answer();
    expect(await probe).toEqual(ANSWER);
    expect(await askAnd('answer')).toEqual(ANSWER);
  });

  it('stays open for another while when that call fails too', async () => {
    const { ask, askAnd, world } = guarded();
    for (let each = 0; each < 3; each += 1) await askAnd('timeout');
    world.time = OPEN_MS;
    expect(await askAnd('unreachable')).toBe('unreachable');
    world.time = 2 * OPEN_MS - 1;
    expect(await ask()).toBe('suspended');
    world.time = 2 * OPEN_MS;
    expect(await askAnd('answer')).toEqual(ANSWER);
  });

  it('lets another call through when that one was called off', async () => {
    const { askAnd, world } = guarded();
    for (let each = 0; each < 3; each += 1) await askAnd('timeout');
    world.time = OPEN_MS;
    await askAnd('aborted');
    expect(await askAnd('answer')).toEqual(ANSWER);
  });

  it('keeps what its endpoint is called', () => {
    expect(withBreaker({ model: 'm', ask: () => Promise.reject(new LlmFault('aborted')) }).model).toBe('m');
  });
});
