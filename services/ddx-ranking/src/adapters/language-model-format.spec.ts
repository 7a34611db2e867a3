import { type FormatState } from '@openrounds/llm';
import { Health } from '@openrounds/platform';
import { type LanguageModel } from '../ports/language-model';
import { LanguageModelFormat } from './language-model-format';

/** A model whose probe ends when it is told to, with what it is told. */
function world() {
  let state: FormatState = { format: 'json_schema', by: 'assumed' };
  let listener: (state: FormatState) => void = () => undefined;
  const signals: (AbortSignal | undefined)[] = [];
  const model: LanguageModel = {
    model: 'sample-model',
    ask: () => Promise.reject(new Error('not asked here')),
    format: {
      get state() {
        return state;
      },
      probe: (signal) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
      onChange: (heard) => {
        listener = heard;
      },
    },
  };
  const log: string[] = [];
  const logger = {
    info: (_: unknown, text: string) => log.push(`info ${text}`),
    warn: (_: unknown, text: string) => log.push(`warn ${text}`),
  };
  const become = (next: FormatState) => {
    state = next;
    listener(next);
  };
  const health = new Health();
  return { model, log, logger, health, signals, become };
}

describe('the format of a language model', () => {
  it('is asked for at the start, which does not wait, and stands in log and health', async () => {
    const { model, log, logger, health, signals, become } = world();
    const format = new LanguageModelFormat(model, health, logger as never);
    format.onApplicationBootstrap();
    expect(signals).toHaveLength(1);
    const state = async () => (await health.report()).dependencies['language-model'];
    expect(await state()).toEqual({ status: 'up', detail: 'asked by json_schema, not known yet' });

    become({ format: 'json_schema', by: 'assumed', fault: 'unreachable' });
    const away = 'asked at the start without an answer (unreachable); questions try json_schema';
    expect(await health.report()).toMatchObject({ status: 'degraded' });
    expect(await state()).toEqual({ status: 'down', detail: away });

    become({ format: 'json_object', by: 'answered' });
    expect(await health.report()).toMatchObject({ status: 'ok' });
    expect(await state()).toEqual({ status: 'up', detail: 'asked by json_object, which it takes' });
    expect(log).toEqual([
      `warn language model: ${away}`,
      'info language model: asked by json_object, which it takes',
    ]);

    format.beforeApplicationShutdown();
    expect(signals[0]?.aborted).toBe(true);
    become({ format: 'text', by: 'answered' });
    expect(log).toHaveLength(2);
  });

  it('is no part of a service without a model', async () => {
    const { health, log, logger } = world();
    new LanguageModelFormat(null, health, logger as never).onApplicationBootstrap();
    expect([await health.report(), log]).toEqual([{ status: 'ok', dependencies: {} }, []]);
  });
});
