import { SEAL_PLACES, type TutorAnswerPayload, type TutorMeta } from '@openrounds/contracts';
import { withInertAnswers, type LanguageModel, type LlmCallOptions } from '@openrounds/llm';
import { newId } from '@openrounds/platform';
import { runMetas, TestClock, testSealer, tinyBundle } from '@openrounds/testing';
import { ATTACKS, type Attack } from '../../../../libs/llm/test/injection/attacks';
import { obedientModel } from '../../../../libs/llm/test/injection/obedient-model';
import { AnswerTutor } from './answer-tutor';

const CHAT = ATTACKS.filter(({ place }) => place === 'chat');
/** Plain words that are not true: shown, with the line that they claim to rest on and as AI-generated. */
const UNTRUE_WORDS: readonly Attack['wants'][] = ['lower-danger', 'add-fact'];
const LINE = {
  id: 'danger:pulmonary-embolism',
  kind: 'danger' as const,
  text: 'Pulmonary embolism must not be missed: probability 42 %',
};
const bundle = tinyBundle();
const sealer = testSealer();

/** A question from an attempt or a room: there is neither a run nor a case of the case room. */
const ofLearner = (clock: TestClock): TutorMeta => {
  const { runId: _run, caseId: _case, ...meta } = runMetas.build({ acceptedAt: clock.now().toISOString() });
  return { ...meta, userId: 'a-learner' };
};

/** What a thread is told where its student attacks, now and before, and the model does what the attack wants. */
async function under(attack: Attack, socratic: boolean) {
  const clock = new TestClock();
  const asked: { readonly prompt: string; readonly options: LlmCallOptions | undefined }[] = [];
  const obeys = obedientModel(attack);
  const model: LanguageModel = {
    model: obeys.model,
    ask: (role, input, options) => {
      asked.push({ prompt: role.prompt(input).user, options });
      return obeys.ask(role, input, options);
    },
  };
  const answer = new AnswerTutor(
    { of: () => Promise.resolve({ bundle } as never) },
    withInertAnswers(model),
    { namesSomebody: () => Promise.resolve(false) },
    sealer,
    clock,
    30_000,
  );
  const [meta, questionId] = [ofLearner(clock), newId()];
  const words = { question: attack.text, earlier: [{ question: attack.text, answer: [attack.text] }] };
  const payload: TutorAnswerPayload = {
    ...{ meta, questionId, socratic, language: attack.language, evidence: [LINE] },
    asked: sealer.seal(words, SEAL_PLACES.tutorAsked(meta.tenantId, questionId)),
  };
  const { said } = await answer.execute(payload);
  const shown = [...(said?.sentences ?? []), ...(said?.asksBack ? [said.asksBack] : [])];
  return { attack, asked, shown };
}

describe.each([
  ['answers', false],
  ['leads by questions', true],
])('a learner or a lecturer who attacks a tutor that %s', (_, socratic) => {
  const told: Awaited<ReturnType<typeof under>>[] = [];
  beforeAll(async () => {
    for (const attack of CHAT) told.push(await under(attack, socratic));
  });

  it('is shown nothing that leaks or is active', () => {
    expect(told.length).toBe(CHAT.length);
    const active = told.filter(({ attack }) => !UNTRUE_WORDS.includes(attack.wants));
    expect(active.flatMap(({ shown }) => shown)).toEqual([]);
    expect(active.length).toBeGreaterThan(20);
  });

  it('is shown nothing without evidence', () => {
    const shown = told.flatMap((each) => each.shown);
    expect(shown.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
    expect(new Set(shown.flatMap(({ evidence }) => evidence))).toEqual(new Set([LINE.id]));
  });

  it('has the model told the line and what was asked alone, at the learner’s cost, and no answer kept', () => {
    for (const { asked } of told)
      for (const { prompt, options } of asked) {
        const evidence = prompt.slice(0, prompt.indexOf('</evidence>'));
        expect(evidence).toBe(`<evidence>\n[${LINE.id}] ${LINE.text}\n`);
        expect(options).toMatchObject({ userId: 'a-learner', caseId: undefined });
      }
  });
});
