import { compileKnowledge } from '@openrounds/ddx-engine';
import { engineKnowledgeFor } from '@openrounds/knowledge';
import {
  LlmFault,
  PROPOSER,
  RANKER,
  type LanguageModel,
  type LlmCallOptions,
  type LlmFaultCode,
} from '@openrounds/llm';
import { BusyFault, PermanentFault } from '@openrounds/queue';
import { type RunReporter } from '@openrounds/run-flow';
import { facts, runMetas, TestClock, tinyBundle } from '@openrounds/testing';
import { RankWithLlm } from '../use-cases/rank-with-llm';
import { RankWithLlmProcessor } from './rank-with-llm.processor';

const tiny = tinyBundle();
/** The knowledge base knows one disease by a further name. */
const bundle = {
  ...tiny,
  diseases: tiny.diseases.map((disease, place) =>
    place === 0 ? { ...disease, synonyms: { en: ['made-up SYNONYM'], zh: [] } } : disease,
  ),
};
const BUDGET_MS = 30_000;

/** The processor with a model that fails with `fault`, or answers, asked so many seconds after acceptance. */
function world(ageSeconds: number, fault?: LlmFaultCode, failing?: 'proposer') {
  const clock = new TestClock();
  const meta = runMetas.build({ acceptedAt: clock.now().toISOString() });
  clock.advance(ageSeconds);
  const asked: (LlmCallOptions | undefined)[] = [];
  const told: string[] = [];
  const engines = {
    of: () =>
      Promise.resolve({
        bundle,
        knowledge: compileKnowledge(engineKnowledgeFor(bundle, 'emergency')),
        parameters: bundle.calibration.parameters,
      }),
  };
  const llm: LanguageModel = {
    model: 'sample-model',
    ask: (role, input, options) => {
      asked.push(options);
      if (fault !== undefined) return Promise.reject(new LlmFault(fault));
      if (role.name === PROPOSER.name && failing === 'proposer') {
        return Promise.reject(new LlmFault('unusable-answer'));
      }
      const raw =
        role.name === PROPOSER.name
          ? { proposals: [{ name: 'A rare disease' }, { name: 'Made-up synonym' }] }
          : { diagnoses: [{ diseaseId: 'pulmonary-embolism', name: 'PE', probability: 0.4 }] };
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
  const reporter: Pick<RunReporter, 'progressed'> = {
    progressed: (_meta, { type }) => Promise.resolve(void told.push(type)),
  };
  const processor = new RankWithLlmProcessor(
    new RankWithLlm(engines, llm, clock, BUDGET_MS),
    reporter,
    clock,
    { giveWay: () => Promise.resolve() },
  );
  const { signal } = new AbortController();
  const payload = {
    meta,
    facts: facts.build(),
    language: 'en' as const,
    caseMix: 'teaching' as const,
    mustNotMiss: [],
  };
  return { asked, told, signal, meta, answer: () => processor.handle(payload, { signal }) };
}

describe('the second opinion of a run', () => {
  it('is asked for with what is left of the run’s time, and can be called off', async () => {
    const { answer, asked, told, signal, meta } = world(10);
    expect(await answer()).toMatchObject({
      used: true,
      model: 'sample-model',
      proposedOutsideKnowledgeBase: [{ name: 'A rare disease' }],
    });
    const { tenantId, caseId, versions } = meta;
    const whose = { tenantId, userId: undefined, caseId, knowledge: versions.knowledge };
    const options = { timeoutMs: BUDGET_MS - 10_000, signal, language: 'en', ...whose };
    expect(asked).toEqual([options, options]);
    expect(told).toEqual(['llm']);
  });

  it('stands without proposals where none came', async () => {
    const result = await world(1, undefined, 'proposer').answer();
    expect(result).toMatchObject({ used: true, differential: [{ diseaseId: 'pulmonary-embolism' }] });
    expect(result).not.toHaveProperty('proposedOutsideKnowledgeBase');
    expect(result.exchanges?.map(({ role }) => role)).toEqual([RANKER.name]);
  });

  it('says by hashes what was asked and answered, and repeats no word of it', async () => {
    const { exchanges } = await world(1).answer();
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
    const hashed = { model: 'sample-model', request: hash, answer: hash };
    expect(exchanges).toEqual(
      [RANKER, PROPOSER].map(({ name, promptVersion }) => ({ role: name, promptVersion, ...hashed })),
    );
    expect(new Set(exchanges?.flatMap(({ request, answer }) => [request, answer])).size).toBe(4);
    expect((await world(2).answer()).exchanges).toEqual(exchanges);
  });

  it.each([23, 31, 3600])('is not asked for %d s after acceptance, and never again', async (seconds) => {
    const { answer, asked } = world(seconds);
    await expect(answer()).rejects.toThrow(PermanentFault);
    expect(asked).toEqual([]);
  });

  it.each(['suspended', 'refused'] as const)('is given up at once where the model is %s', async (code) => {
    await expect(world(1, code).answer()).rejects.toThrow(PermanentFault);
  });

  it.each(['timeout', 'unreachable', 'unavailable', 'rate-limited', 'unusable-answer'] as const)(
    'is tried again after %s',
    async (code) => {
      await expect(world(1, code).answer()).rejects.toThrow(LlmFault);
    },
  );

  it.each(['over-budget', 'prompt-too-long'] as const)('says that it was not asked: %s', async (reason) => {
    const { answer, told } = world(1, reason);
    expect(await answer()).toEqual({ used: false, model: null, reason });
    expect(told).toEqual(['llm']);
  });

  it('is left to another worker where this one stops', async () => {
    await expect(world(1, 'aborted').answer()).rejects.toThrow(BusyFault);
  });
});
