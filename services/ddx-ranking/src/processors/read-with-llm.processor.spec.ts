import {
  type CheckReadingPayload,
  ReadingProposals,
  type ReadingMaterial,
  SEAL_PLACES,
} from '@openrounds/contracts';
import {
  exchangeOf,
  LlmFault,
  READER,
  type LanguageModel,
  type LlmCallOptions,
  type LlmFaultCode,
} from '@openrounds/llm';
import { BusyFault, PermanentFault } from '@openrounds/queue';
import { runMetas, TestClock, testSealer } from '@openrounds/testing';
import { MaskerIdentityCheck } from '../adapters/masker-identity-check';
import { ReadWithLlm } from '../use-cases/read-with-llm';
import { ReadWithLlmProcessor } from './read-with-llm.processor';

const BUDGET_MS = 30_000;
const sealer = testSealer();
const PROPOSAL = {
  findingId: 'cough',
  state: null,
  quote: 'She hacks',
  presence: 'present',
  whose: 'patient',
  when: 'now',
} as const;
const CODED = { used: true, model: 'sample-model', promptVersion: '1', findings: [], dropped: {} };

interface Given {
  readonly text?: string;
  readonly material?: 'no-text' | 'too-long';
  readonly fault?: LlmFaultCode;
  readonly ageSeconds?: number;
  readonly listsWait?: boolean;
}

/** The processor with a text to read and a model that proposes a cough, or fails. */
function world({ text = 'She hacks.', material, fault, ageSeconds = 1, listsWait = false }: Given = {}) {
  const clock = new TestClock();
  const meta = runMetas.build({ acceptedAt: clock.now().toISOString() });
  clock.advance(ageSeconds);
  const { tenantId, runId } = meta;
  const asked: { input: unknown; options: LlmCallOptions | undefined }[] = [];
  const checked: CheckReadingPayload[] = [];
  const told: string[] = [];
  const blocked: string[] = [];
  const texted: string[] = [];
  const llm: LanguageModel = {
    model: 'sample-model',
    ask: (role, input, options) => {
      asked.push({ input, options });
      if (fault !== undefined) return Promise.reject(new LlmFault(fault));
      const raw = { findings: [PROPOSAL] };
      const took = { latencyMs: 1, firstTextMs: 1, cached: false };
      const { promptVersion } = role;
      return Promise.resolve({
        value: role.read(raw, input),
        raw,
        model: 'sample-model',
        promptVersion,
        ...took,
      });
    },
  };
  const texts = {
    language: 'en' as const,
    texts: [text],
    candidates: [{ findingId: 'cough', name: 'Cough' }],
  };
  const intake = {
    readingMaterial: (): Promise<ReadingMaterial> => {
      texted.push(runId);
      return Promise.resolve(
        material === undefined
          ? { kind: 'texts', sealed: sealer.seal(texts, SEAL_PLACES.readingTexts(tenantId, runId)) }
          : { kind: material },
      );
    },
    checkReading: (proposed: CheckReadingPayload) => {
      checked.push(proposed);
      return Promise.resolve({ coded: CODED, quotes: null });
    },
  };
  const metrics = {
    readingsBlocked: { inc: ({ reason }: { reason: string }) => void blocked.push(reason) },
  } as unknown as ConstructorParameters<typeof ReadWithLlm>[6];
  const read = new ReadWithLlm(llm, intake, new MaskerIdentityCheck(), sealer, clock, BUDGET_MS, metrics);
  const processor = new ReadWithLlmProcessor(
    read,
    { progressed: (_meta, { type }) => Promise.resolve(void told.push(type)) },
    {
      giveWay: () => (listsWait ? Promise.reject(new BusyFault('lists come first', 500)) : Promise.resolve()),
    },
  );
  const { signal } = new AbortController();
  return {
    meta,
    asked,
    checked,
    told,
    blocked,
    texts,
    texted,
    signal,
    read: () => processor.handle({ meta }, { signal }),
  };
}

describe('the reading of a run by a language model', () => {
  it('hands what the model proposes, sealed, to those who hold the text, and tells what stands', async () => {
    const { meta, asked, checked, told, texts, signal, read } = world({ ageSeconds: 10 });
    const { tenantId, runId } = meta;
    const exchange = exchangeOf(READER, texts, {
      model: 'sample-model',
      promptVersion: READER.promptVersion,
      raw: { findings: [PROPOSAL] },
    });
    expect(await read()).toEqual({ coded: { ...CODED, exchanges: [exchange] }, quotes: null });
    const options = { timeoutMs: BUDGET_MS - 10_000, signal, tenantId, language: 'en' };
    expect(asked).toEqual([{ input: texts, options }]);
    const [{ proposals, ...rest } = { proposals: undefined }] = checked;
    expect(rest).toEqual({ meta, model: 'sample-model', promptVersion: '1' });
    expect(JSON.stringify(proposals)).not.toContain('hacks');
    const place = SEAL_PLACES.readingProposals(tenantId, runId);
    expect(proposals && sealer.open(proposals, place, ReadingProposals)).toEqual([PROPOSAL]);
    expect(told).toEqual(['reading']);
  });

  it('asks nothing where there is no text, and that is no fault', async () => {
    const { asked, blocked, read } = world({ material: 'no-text' });
    const { coded } = await read();
    expect(coded).toMatchObject({ used: false });
    expect(coded).not.toHaveProperty('blocked');
    expect([asked, blocked]).toEqual([[], []]);
  });

  it.each([
    ['identity', { text: 'Mrs Eleanor Whitcombe, tel. 020 7946 0018, hacks.' }],
    ['identity', { text: '患者王小明，身份证号110101199003074514，咳嗽。' }],
    ['too-long', { material: 'too-long' as const }],
  ])('lets no text out and counts it: %s', async (reason, given) => {
    const { asked, blocked, read } = world(given);
    expect((await read()).coded).toMatchObject({ used: false, blocked: reason });
    expect(asked).toEqual([]);
    expect(blocked).toEqual([reason]);
  });

  it('takes what stands for something that was taken out for nobody', async () => {
    const { asked, read } = world({ text: '[name] hacks since [date], seen at [org]. 患者[name]，咳嗽。' });
    await read();
    expect(asked).toHaveLength(1);
  });

  it.each([23, 31, 3600])('is not asked for %d s after acceptance, and never again', async (ageSeconds) => {
    const { asked, texted, read } = world({ ageSeconds });
    await expect(read()).rejects.toThrow(PermanentFault);
    expect([asked, texted]).toEqual([[], []]);
  });

  it('waits, and nothing is taken out for it, while runs wait for their lists', async () => {
    const { asked, texted, read } = world({ listsWait: true });
    await expect(read()).rejects.toThrow(BusyFault);
    expect([asked, texted]).toEqual([[], []]);
  });

  it('is given up at once where the model is suspended', async () => {
    await expect(world({ fault: 'suspended' }).read()).rejects.toThrow(PermanentFault);
  });

  it('is tried again after a timeout', async () => {
    await expect(world({ fault: 'timeout' }).read()).rejects.toThrow(LlmFault);
  });

  it('is left to another worker where this one stops', async () => {
    await expect(world({ fault: 'aborted' }).read()).rejects.toThrow(BusyFault);
  });
});
