import { LlmFault, type LanguageModel, type LlmFaultCode } from '@openrounds/llm';
import { PermanentFault } from '@openrounds/queue';
import { newId } from '@openrounds/platform';
import { runMetas, TestClock, tinyBundle } from '@openrounds/testing';
import { NarrationWrittenPayload, type WriteNarrationPayload } from '@openrounds/contracts';
import { WriteNarration } from '../use-cases/write-narration';
import { WriteNarrationProcessor } from './write-narration.processor';

const bundle = tinyBundle();
const PASSAGE = 'passage:made-up-guideline-1';
const EVIDENCE = [
  { id: 'finding:leg', kind: 'finding' as const, text: 'Swollen leg: present' },
  { id: PASSAGE, kind: 'passage' as const, text: 'Nobody, 2020: Image patients in whom it is likely.' },
];
const GOOD = { text: 'A leg is swollen.', evidence: ['finding:leg'] };
const BAD = { text: 'It is a pulmonary embolism.', evidence: ['finding:leg'] };

/** The processor with a model that says these sentences, or fails. */
function world(said: readonly object[] | LlmFaultCode) {
  const told: unknown[] = [];
  const roles: string[] = [];
  const llm: LanguageModel = {
    model: 'sample-model',
    ask: (role, input) => {
      roles.push(role.name);
      if (typeof said === 'string') return Promise.reject(new LlmFault(said));
      const raw = { sentences: said };
      return Promise.resolve({
        value: role.read(raw, input),
        raw,
        model: 'sample-model',
        promptVersion: role.promptVersion,
        latencyMs: 1,
        firstTextMs: 1,
        cached: false,
      });
    },
  };
  const clock = new TestClock();
  const payload: WriteNarrationPayload = {
    meta: runMetas.build({ acceptedAt: clock.now().toISOString() }),
    narrationId: newId(),
    audience: 'clinician',
    language: 'en',
    evidence: EVIDENCE,
  };
  const engines = { of: () => Promise.resolve({ bundle } as never) };
  const processor = new WriteNarrationProcessor(
    new WriteNarration(engines, llm, clock, 30_000),
    { enqueue: (...args) => Promise.resolve(void told.push(args)) },
    clock,
  );
  const { signal } = new AbortController();
  return { told, roles, payload, processor, handle: () => processor.handle(payload, { signal }) };
}

/** What the gateway is told. */
const outcomesIn = (told: readonly unknown[]): unknown[] =>
  told.map((sent) => (sent as [string, string, { outcome: unknown }])[2].outcome);

describe('the writing of a narration', () => {
  it('tells the gateway what stood on its evidence, once whatever happens', async () => {
    const { handle, told, payload } = world([GOOD, BAD]);
    await handle();
    expect(told).toEqual([
      [
        'gateway',
        'narration-written.v1',
        {
          meta: payload.meta,
          narrationId: payload.narrationId,
          outcome: {
            said: {
              sentences: [GOOD],
              dropped: { 'unheld-disease': 1 },
              generatedBy: { model: 'sample-model', promptVersion: '1' },
            },
          },
        },
        { jobId: `${payload.narrationId}-narration-written-v1` },
      ],
    ]);
  });

  it('tells what the passages that a sentence names say of it, the same at each try', async () => {
    const held = { text: 'Image patients in whom it is likely.', evidence: [PASSAGE] };
    const unheld = { text: 'Aspirin is chewed at once.', evidence: ['finding:leg', PASSAGE] };
    const { handle, told } = world([held, unheld, GOOD]);
    await handle();
    await handle();
    const [outcome, again] = outcomesIn(told);
    expect(outcome).toMatchObject({
      said: {
        sentences: [
          {
            ...held,
            guidance: [
              {
                sentence: { from: 0, to: 36 },
                verdict: 'lexically-supported',
                passageId: 'made-up-guideline-1',
                from: 0,
                to: 36,
              },
            ],
          },
          { ...unheld, guidance: [{ sentence: { from: 0, to: 26 }, verdict: 'not-addressed' }] },
          GOOD,
        ],
      },
    });
    expect(again).toEqual(outcome);
    expect(NarrationWrittenPayload.shape.outcome.parse(outcome)).toEqual(outcome);
  });

  it('says so where nothing stood', async () => {
    const { handle, told } = world([BAD]);
    await handle();
    expect(outcomesIn(told)).toMatchObject([{ fault: 'nothing-kept' }]);
  });

  it('speaks to a patient in another role', async () => {
    const { roles, payload, processor } = world([GOOD]);
    const { signal } = new AbortController();
    await processor.handle({ ...payload, audience: 'patient' }, { signal });
    expect(roles).toEqual(['lay-narrator']);
  });

  it.each([
    ['timeout', 'no-answer'],
    ['unusable-answer', 'unusable-answer'],
  ] as const)('is tried again after %s, and ends as %s', async (code, fault) => {
    const { handle, processor, payload, told } = world(code);
    await expect(handle()).rejects.toThrow(LlmFault);
    await processor.onFinallyFailed(payload, new LlmFault(code));
    expect(outcomesIn(told)).toMatchObject([{ fault }]);
  });

  it('is given up at once where the model is suspended', async () => {
    await expect(world('suspended').handle()).rejects.toThrow(PermanentFault);
  });
});
