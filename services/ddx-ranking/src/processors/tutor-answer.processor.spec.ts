import { SEAL_PLACES, type TutorAnswerPayload } from '@openrounds/contracts';
import { LlmFault, type LanguageModel, type LlmFaultCode } from '@openrounds/llm';
import { newId } from '@openrounds/platform';
import { runMetas, TestClock, testSealer, tinyBundle } from '@openrounds/testing';
import { AnswerTutor } from '../use-cases/answer-tutor';
import { TutorAnswerProcessor } from './tutor-answer.processor';

const bundle = tinyBundle();
const sealer = testSealer();
const LINE = { id: 'finding:leg', kind: 'finding' as const, text: 'Swollen leg: present' };
const PASSAGE = {
  id: 'passage:made-up-guideline-1',
  kind: 'passage' as const,
  text: 'Nobody, 2020: Image patients in whom it is likely.',
};
const GOOD = { text: 'A leg is swollen.', evidence: ['finding:leg'] };
const BAD = { text: 'It is a pulmonary embolism.', evidence: ['finding:leg'] };

/** The processor with a model that says this, or fails. */
function world(said: object | LlmFaultCode, identities: readonly string[] = []) {
  const told: unknown[] = [];
  const asked: unknown[] = [];
  const llm: LanguageModel = {
    model: 'sample-model',
    ask: (role, input) => {
      asked.push(input);
      if (typeof said === 'string') return Promise.reject(new LlmFault(said));
      return Promise.resolve({
        value: role.read(said, input),
        raw: said,
        model: 'sample-model',
        promptVersion: role.promptVersion,
        latencyMs: 1,
        firstTextMs: 1,
        cached: false,
      });
    },
  };
  const clock = new TestClock();
  const meta = runMetas.build({ acceptedAt: clock.now().toISOString() });
  const questionId = newId();
  const words = {
    question: 'What of the leg?',
    earlier: [{ question: 'And before?', answer: ['Nothing.'] }],
  };
  const payload: TutorAnswerPayload = {
    meta,
    questionId,
    language: 'en',
    socratic: true,
    evidence: [LINE, PASSAGE],
    asked: sealer.seal(words, SEAL_PLACES.tutorAsked(meta.tenantId, questionId)),
  };
  const engines = { of: () => Promise.resolve({ bundle } as never) };
  const check = {
    namesSomebody: (texts: readonly string[]) =>
      Promise.resolve(texts.some((text) => identities.includes(text))),
  };
  const processor = new TutorAnswerProcessor(
    new AnswerTutor(engines, llm, check, sealer, clock, 30_000),
    { enqueue: (...args) => Promise.resolve(void told.push(args)) },
    clock,
  );
  const { signal } = new AbortController();
  const outcomes = () => told.map((sent) => (sent as [string, string, { outcome: unknown }])[2].outcome);
  return { told, asked, outcomes, payload, processor, handle: () => processor.handle(payload, { signal }) };
}

describe('a question to the tutor', () => {
  it('is asked with what was said before, and what stands on evidence is told, once', async () => {
    const { handle, told, asked, payload } = world({
      answered: true,
      sentences: [GOOD, BAD],
      asksBack: [GOOD],
    });
    await handle();
    expect(asked).toEqual([
      {
        language: 'en',
        socratic: true,
        evidence: [LINE, PASSAGE].map(({ id, text }) => ({ id, text })),
        question: 'What of the leg?',
        earlier: [{ question: 'And before?', answer: ['Nothing.'] }],
      },
    ]);
    const { meta, questionId } = payload;
    const said = {
      answered: true,
      sentences: [GOOD],
      asksBack: GOOD,
      dropped: { 'unheld-disease': 1 },
      generatedBy: { model: 'sample-model', promptVersion: '1' },
    };
    expect(told).toEqual([
      [
        'gateway',
        'tutor-answered.v1',
        { meta, questionId, outcome: { said } },
        { jobId: `${questionId}-tutor-answered-v1` },
      ],
    ]);
  });

  it('is answered with what the passages that a sentence names say of it, and a question back is no claim', async () => {
    const evidence = [PASSAGE.id];
    const { handle, outcomes } = world({
      answered: true,
      sentences: [
        { text: 'Image patients in whom it is likely.', evidence },
        { text: 'Aspirin is chewed at once.', evidence },
      ],
      asksBack: [{ text: 'In whom is it likely?', evidence }],
    });
    await handle();
    expect(outcomes()).toMatchObject([
      {
        said: {
          sentences: [
            {
              guidance: [
                { verdict: 'lexically-supported', passageId: 'made-up-guideline-1', from: 0, to: 36 },
              ],
            },
            { guidance: [{ sentence: { from: 0, to: 26 }, verdict: 'not-addressed' }] },
          ],
          asksBack: { text: 'In whom is it likely?', evidence },
        },
      },
    ]);
    expect(outcomes()).not.toMatchObject([{ said: { asksBack: { guidance: expect.anything() } } }]);
  });

  it('may have no answer in the evidence, which is no fault', async () => {
    const { handle, outcomes } = world({ answered: false, sentences: [] });
    await handle();
    expect(outcomes()).toMatchObject([{ said: { answered: false, sentences: [] } }]);
    expect(outcomes()[0]).not.toHaveProperty('fault');
  });

  it('is not answered by sentences of which none stands', async () => {
    const { handle, outcomes } = world({ answered: true, sentences: [BAD] });
    await handle();
    expect(outcomes()).toMatchObject([{ fault: 'nothing-kept' }]);
  });

  it.each(['What of the leg?', 'And before?'])('that names somebody goes nowhere: %s', async (text) => {
    const { handle, outcomes, asked } = world({ answered: true, sentences: [GOOD] }, [text]);
    await handle();
    expect(outcomes()).toEqual([{ fault: 'identity' }]);
    expect(asked).toEqual([]);
  });

  it('is tried again where the model is slow, and ends without an answer', async () => {
    const { handle, processor, payload, outcomes } = world('timeout');
    await expect(handle()).rejects.toThrow(LlmFault);
    await processor.onFinallyFailed(payload, new LlmFault('timeout'));
    expect(outcomes()).toEqual([{ fault: 'no-answer' }]);
  });
});
