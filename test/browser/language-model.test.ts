import { describeInFull, eventually } from '@openrounds/testing';
import { type Browser } from 'playwright-core';
import { ChatEndpoint } from '../../libs/llm/test/chat-endpoint';
import { borrowStack } from '../support/borrowed-stack';
import LECTURE_EN from '../../services/console/src/i18n/lecture.en.json';
import LECTURE_ZH from '../../services/console/src/i18n/lecture.zh.json';
import { closePages, launchBrowser } from '../support/browser';
import { answerOf, clientOf, rank } from '../support/client';
import { fitsItsScreen, openConsole, violationsOn, wordsIn } from '../support/console-page';
import { Lecture, SMALL_PHONE } from '../support/lecture';
import { Phone } from '../support/phone';
import { picture } from '../support/picture';
import { CHINESE, ENGLISH } from '../support/sample-cases';
import { teachingCase } from '../support/sample-teaching-case';
import { type Stack } from '../support/stack';

jest.setTimeout(300_000);
/** A machine that is busy with other tests. */
const PATIENCE_MS = 90_000;

const DEMONSTRATION = { LLM_ADAPTER: 'scripted' };
const LECTURE_WORDS = { en: LECTURE_EN, zh: LECTURE_ZH } as const;
const CASES = { en: ENGLISH, zh: CHINESE } as const;
const QUESTIONS = {
  en: 'Why does pulmonary embolism lead this list?',
  zh: '为什么肺栓塞排在首位？',
} as const;
const OTHER = { en: 'Any zebras?', zh: '多少毫克？' } as const;
const TO_PATIENT = { en: 'Are you short of breath?', zh: '您气促吗？' } as const;
const NOTHING = { en: 'nothing to say to that', zh: '没有什么可说的' } as const;
const SENTENCE = {
  en: 'A woman of 58, sudden onset of dyspnoea.',
  zh: '58岁女性，突发呼吸困难。',
} as const;
const ADVICE = { en: 'Well said.', zh: '说得好。' } as const;
const UNTOLD = { en: 'The moon is made of green cheese.', zh: '月亮是绿色奶酪做的。' } as const;
const LABEL = { en: 'AI-generated', zh: 'AI生成' } as const;

// The roles themselves are shown over HTTP by `test/e2e/language-model.test.ts`.
describeInFull('a demonstration of the language model in the console', () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([borrowStack(), launchBrowser()]);
    await Promise.all([stack.restart('gateway', DEMONSTRATION), stack.restart('ddx-ranking', DEMONSTRATION)]);
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  it.each(['en', 'zh'] as const)(
    'reads, tells and answers beside the engine, labelled (%s)',
    async (language) => {
      const words = wordsIn(language);
      const client = clientOf(stack.baseUrl, stack.apiKey);
      const run = await rank(client, { case: CASES[language] });
      const { page, complaints } = await openConsole(browser, stack, `/?run=${run.id}`, { language });
      page.setDefaultTimeout(PATIENCE_MS);
      const panel = page.getByTestId('second-opinion');
      await panel.getByTestId('side-by-side').waitFor();
      await page.getByRole('heading', { name: words('reading.heading') }).waitFor();

      await panel.getByRole('button', { name: words('narrations.ask.clinician') }).click();
      const told = panel.getByTestId('narration');
      await told.waitFor();
      expect(await told.innerText()).toContain(LABEL[language]);

      const tutor = panel.getByTestId('tutor');
      const ask = async (question: string, status: string): Promise<string> => {
        await tutor.getByRole('textbox').fill(question);
        await tutor.getByRole('button', { name: words('tutor.ask'), exact: true }).click();
        const answered = tutor.locator(`[data-testid=tutor-question][data-status=${status}]`);
        await answered.waitFor();
        return answered.innerText();
      };
      await tutor.getByRole('checkbox', { name: words('tutor.socratic') }).check();
      const answer = await ask(QUESTIONS[language], 'answered');
      expect(answer).toContain(LABEL[language]);
      expect(answer).toContain(words('tutor.asksBack'));
      await tutor.locator('details').first().click();
      expect(await tutor.locator('details a').count()).toBeGreaterThan(0);
      await ask(OTHER[language], 'unanswered');
      await picture(page, `${language}-language-model`);
      expect(await violationsOn(page)).toEqual([]);
      expect(await fitsItsScreen(page)).toBe(true);
      expect(complaints).toEqual([]);
    },
  );

  const english = wordsIn('en');
  const QUESTION = 'Why does pulmonary embolism lead this list?';

  /** A published case that a class takes alone or together, and a student of the class. */
  const school = async () => {
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const { id: caseId } = await answerOf(
      client.POST('/v1/teaching-cases', { params: {}, body: { body: teachingCase() } }),
    );
    const publish = { params: { path: { id: caseId } }, body: { version: 1 } };
    await answerOf(client.POST('/v1/teaching-cases/{id}:publish', publish));
    return { client, caseId };
  };

  it('answers a learner about a case that they have taken, and is there again when they come back', async () => {
    const { client, caseId } = await school();
    const ofClass = await answerOf(
      client.POST('/v1/classes', { params: {}, body: { name: 'Year 4', language: 'en' } }),
    );
    const { key } = await answerOf(
      client.POST('/v1/api-keys', { params: {}, body: { name: 'student', role: 'student' } }),
    );
    const body = { caseId, classId: ofClass.id, mode: 'practice', stages: 1, tutor: 'socratic' } as const;
    const { id: assignmentId } = await answerOf(client.POST('/v1/assignments', { params: {}, body }));
    const student = clientOf(stack.baseUrl, key);
    await answerOf(student.POST('/v1/classes/join', { body: { code: ofClass.joinCode ?? '' } }));
    const attempt = await answerOf(student.POST('/v1/attempts', { body: { assignmentId } }));
    const { page, complaints } = await openConsole(browser, stack, `/attempts/${attempt.id}`, {
      key,
      width: 320,
    });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.locator('[data-stage="1"]').waitFor();
    expect(await page.getByTestId('tutor').count()).toBe(0);
    const answer = {
      kind: 'differential' as const,
      entries: [
        { diseaseId: 'pulmonary-embolism', points: 60 },
        { diseaseId: 'community-acquired-pneumonia', points: 20 },
        { diseaseId: 'costochondritis', points: 5 },
      ],
      other: 15,
    };
    const steps = { params: { path: { id: attempt.id } } };
    await answerOf(
      student.POST('/v1/attempts/{id}/steps', {
        ...steps,
        body: { position: 1, step: { kind: 'commit', answer } },
      }),
    );
    await eventually('the engine was asked', async () => {
      const told = await answerOf(student.GET('/v1/attempts/{id}/feedback', steps));
      return told.stages.every(({ engine }) => engine !== null);
    });
    await page.reload();
    const tutor = page.getByTestId('tutor');
    await tutor.getByRole('textbox').fill(QUESTION);
    await tutor.getByRole('button', { name: english('tutor.ask') }).click();
    const answered = tutor.locator('[data-testid=tutor-question][data-status=answered]');
    await answered.waitFor();
    expect(await answered.innerText()).toContain(LABEL.en);
    expect(await answered.innerText()).toContain(english('tutor.asksBack'));
    await page.reload();
    await page.getByTestId('tutor-earlier').locator('summary').click();
    await page.getByTestId('tutor-earlier').getByRole('button', { name: QUESTION }).click();
    await answered.waitFor();
    await picture(page, 'en-language-model-attempt');
    expect(await violationsOn(page)).toEqual([]);
    expect(await fitsItsScreen(page)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('answers who leads a room, and stands on the wall as long as they want and no list is waited for', async () => {
    const { client, caseId } = await school();
    const { code } = await answerOf(
      client.POST('/v1/rooms', {
        params: {},
        body: {
          caseId,
          rounds: [1, 1].map((stageNo) => ({
            stageNo,
            task: { task: 'differential' as const },
            seconds: null,
          })),
          settings: { language: 'en', entry: 'open', textOnPhones: true, tutor: 'answers' },
        },
      }),
    );
    const params = { path: { code }, header: {} };
    const { control } = await answerOf(
      client.POST('/v1/rooms/{code}/stage', { params, body: { stageNo: 1 } }),
    );
    const [first = '', second = ''] = control.rounds.map(({ id }) => id);
    const lecture = `/lecture?room=${code}`;
    const [desk, wall] = await Promise.all([
      openConsole(browser, stack, lecture),
      openConsole(browser, stack, `${lecture}&view=wall`, { width: 1920, height: 1080 }),
    ]);
    for (const { page } of [desk, wall]) page.setDefaultTimeout(PATIENCE_MS);
    await eventually('the engine was asked', async () => {
      const room = await answerOf(client.GET('/v1/rooms/{code}', { params: { path: { code } } }));
      return 'control' in room && room.control.engineStages.includes(1);
    });
    const tutor = desk.page.getByTestId('tutor');
    await tutor.getByRole('textbox').fill(QUESTION);
    await tutor.getByRole('button', { name: english('tutor.ask') }).click();
    const show = tutor.getByRole('button', { name: 'Show on the wall' });
    await show.waitFor();
    expect(await show.isDisabled()).toBe(true);
    await answerOf(client.POST('/v1/rooms/{code}/open', { params, body: { roundId: first } }));
    await answerOf(client.POST('/v1/rooms/{code}/close', { params, body: { roundId: first } }));
    await show.click();
    const shown = wall.page.locator('.wall-tutor');
    await shown.waitFor();
    expect(await shown.innerText()).toContain(QUESTION);
    expect(await shown.innerText()).toContain(LABEL.en);
    for (const [name, { page, complaints }] of Object.entries({ control: desk, wall })) {
      await picture(page, `en-language-model-${name}`);
      expect(await violationsOn(page)).toEqual([]);
      expect(await fitsItsScreen(page)).toBe(true);
      expect(complaints).toEqual([]);
    }
    await answerOf(client.POST('/v1/rooms/{code}/open', { params, body: { roundId: second } }));
    await shown.waitFor({ state: 'detached' });
  });
  it.each(['en', 'zh'] as const)(
    'speaks as the patient of a case and drafts questions that its author edits (%s)',
    async (language) => {
      const words = wordsIn(language);
      const client = clientOf(stack.baseUrl, stack.apiKey);
      const body = teachingCase(undefined, { patientAnswers: true });
      const { id } = await answerOf(client.POST('/v1/teaching-cases', { params: {}, body: { body } }));
      const author = await openConsole(browser, stack, `/author?case=${id}`, { language });
      const { page } = author;
      page.setDefaultTimeout(PATIENCE_MS);
      await page.getByRole('button', { name: words('author.preview'), exact: true }).click();
      const patient = page.getByTestId('patient');
      const ask = async (question: string, status: string): Promise<string> => {
        await patient.getByRole('textbox').fill(question);
        await patient.getByRole('button', { name: words('voice.ask') }).click();
        const told = patient.locator(`[data-testid=patient-question][data-status=${status}]`).last();
        await told.waitFor();
        return told.innerText();
      };
      expect(await ask(TO_PATIENT[language], 'answered')).toContain(LABEL[language]);
      expect(await ask(OTHER[language], 'nothing')).toContain(NOTHING[language]);
      await picture(page, `${language}-language-model-patient`);

      const drafts = page.getByTestId('question-drafts');
      await drafts.getByRole('button', { name: words('drafts.ask') }).click();
      const draft = drafts.getByTestId('question-draft').first();
      await draft.waitFor();
      expect(await drafts.innerText()).toContain(LABEL[language]);
      await draft.getByRole('button', { name: words('drafts.take') }).click();
      await page.getByText('scripted-demonstration').last().waitFor();
      await page.getByRole('button', { name: words('author.save') }).click();
      await page.getByRole('button', { name: words('author.save'), disabled: true }).waitFor();
      await picture(page, `${language}-language-model-drafts`);
      expect(await violationsOn(page)).toEqual([]);
      expect(await fitsItsScreen(page)).toBe(true);
      expect(author.complaints).toEqual([]);
      const { body: saved } = await answerOf(
        client.GET('/v1/teaching-cases/{id}', { params: { path: { id } } }),
      );
      expect(saved.questions).toMatchObject([{ draftedBy: { model: 'scripted-demonstration' } }]);
      const gift = await answerOf(
        client.GET('/v1/questions/export', {
          params: { query: { format: 'gift', set: id, kinds: 'written', dryRun: 'true' } },
        }),
      );
      expect(gift).toMatchObject({ questions: 1, written: 1 });
    },
  );

  describe('feedback', () => {
    it.each(['en', 'zh'] as const)(
      'is drafted, and a participant sees it once the teacher has released it (%s)',
      async (language) => {
        const words = LECTURE_WORDS[language];
        const teacher = clientOf(stack.baseUrl, stack.apiKey);
        const { items } = await answerOf(teacher.GET('/v1/library', { params: { query: { limit: 1 } } }));
        const rounds = [{ stageNo: 1, task: { task: 'representation' as const }, seconds: null }];
        const settings = { language, entry: 'open' as const, textOnPhones: true };
        const { code } = await answerOf(
          teacher.POST('/v1/rooms', { params: {}, body: { caseId: items[0]?.id ?? '', rounds, settings } }),
        );
        const [other, phone] = [
          await Phone.join(stack.baseUrl, code),
          await new Lecture(browser, stack).phoneIn(code, language, SMALL_PHONE),
        ];
        phone.setDefaultTimeout(PATIENCE_MS);
        const number = Number(await phone.locator('.ph-seat dd').innerText());
        const params = { path: { code } };
        const { control } = await answerOf(
          teacher.POST('/v1/rooms/{code}/stage', { params, body: { stageNo: 1 } }),
        );
        const roundId = control.rounds[0]?.id ?? '';
        await answerOf(teacher.POST('/v1/rooms/{code}/open', { params, body: { roundId } }));
        await phone.locator('textarea#sentence').fill(SENTENCE[language]);
        await phone.locator('.ph-bar button').last().click();
        await phone.locator('[data-posting=kept]').waitFor();
        const rubric = ['Age and sex', 'Onset and time course'];
        const body = { roundId, number, language, rubric };
        const early = await teacher.POST('/v1/rooms/{code}/feedback-drafts', { params, body });
        expect(early.response.status).toBe(409);
        await answerOf(teacher.POST('/v1/rooms/{code}/close', { params, body: { roundId } }));

        const { page, complaints } = await openConsole(browser, stack, `/lecture?room=${code}`, { language });
        page.setDefaultTimeout(PATIENCE_MS);
        const drafts = page.getByTestId('feedback-drafts');
        await drafts.getByLabel(words.feedback.number).fill(String(number));
        await drafts.getByRole('button', { name: words.feedback.ask }).click();
        const draft = drafts.locator('[data-testid=feedback-draft][data-status=written]');
        await draft.waitFor();
        expect(await draft.innerText()).toContain(LABEL[language]);
        expect(await phone.getByTestId('feedback').count()).toBe(0);
        await draft.getByRole('textbox').first().fill(ADVICE[language]);
        await draft.getByRole('button', { name: words.feedback.release }).click();
        await draft.getByText(words.feedback.released).waitFor();
        const given = phone.getByTestId('feedback');
        await given.waitFor();
        expect(await given.innerText()).toContain(ADVICE[language]);
        expect(await given.innerText()).toContain(LABEL[language]);
        expect((await other.mine()).rounds.flatMap(({ feedback = [] }) => feedback)).toEqual([]);
        await picture(page, `${language}-language-model-feedback`);
        await picture(phone, `${language}-language-model-feedback-phone`);
        for (const shown of [page, phone]) {
          expect(await violationsOn(shown)).toEqual([]);
          expect(await fitsItsScreen(shown)).toBe(true);
        }
        expect(complaints).toEqual([]);
      },
    );
  });

  it('may be merged where an administrator says so, and says what leaves the machine', async () => {
    const words = wordsIn('en');
    const { page, complaints } = await openConsole(browser, stack, '/settings');
    page.setDefaultTimeout(PATIENCE_MS);
    await page.getByText(words('settings.leavesTexts')).waitFor();
    const merge = page.getByRole('radio', { name: words('settings.merge') });
    const saved = page.waitForResponse(
      (response) => response.request().method() === 'PATCH' && response.ok(),
    );
    await merge.click();
    await saved;
    await page.locator('input[value=merge]:checked').waitFor();
    await page.reload();
    await page.locator('input[value=merge]:checked').waitFor();
    await picture(page, 'en-language-model-settings');
    expect(await violationsOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describeInFull('an endpoint of a language model, in the console', () => {
  const OWN = { state: null, presence: 'present', whose: 'patient', when: 'now' };
  const QUOTE = 'puffs like a steam engine on the stairs';
  const findings = [{ ...OWN, findingId: 'exertional-dyspnoea', quote: QUOTE }];
  const diagnoses = [{ diseaseId: 'costochondritis', name: 'Costochondritis', probability: 0.7 }];
  const given = { case: { narrative: `She is 58, ${QUOTE}, and has a cough.`, language: 'en' } } as const;
  const endpoint = new ChatEndpoint();
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([borrowStack(), launchBrowser(), endpoint.start()]);
    const model = { LLM_BASE_URL: endpoint.baseUrl, LLM_MODEL: 'sample-model', LLM_CACHE_SECONDS: '0' };
    await Promise.all([stack.restart('gateway', model), stack.restart('ddx-ranking', model)]);
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await endpoint.stop();
    await browser.close();
    await stack.stop();
  });

  const lookedAt = async (id: string, name: string, language: 'en' | 'zh' = 'en') => {
    const { page, complaints } = await openConsole(browser, stack, `/?run=${id}`, { language });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.locator('.narr').first().waitFor();
    await picture(page, `${language}-${name}`);
    expect(await violationsOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
    return page;
  };

  it('adds a second list where readings are merged, and each list leads to the other', async () => {
    endpoint.behaviour = {
      kind: 'content',
      content: JSON.stringify({ findings, diagnoses, proposals: [] }),
    };
    const client = clientOf(stack.baseUrl, stack.apiKey);
    await answerOf(client.PATCH('/v1/settings/language-model', { body: { reading: 'merge' } }));
    const first = await rank(client, given);
    await answerOf(client.PATCH('/v1/settings/language-model', { body: { reading: 'propose' } }));
    const params = { path: { id: first.id } };
    const stands = async () => {
      const { revisedBy } = await answerOf(client.GET('/v1/runs/{id}', { params }));
      if (revisedBy === null) return false;
      const told = await answerOf(client.GET('/v1/runs/{id}', { params: { path: { id: revisedBy } } }));
      return told.status === 'completed' && revisedBy;
    };
    const revision = await eventually('a revision stands', stands, PATIENCE_MS);
    const page = await lookedAt(first.id, 'language-model-revised');
    await page.locator('[data-note=revision-by] a').click();
    await page.locator('[data-note=revision-of]').waitFor();
    expect(page.url()).toContain(revision);
    await picture(page, 'en-language-model-revision');
  });

  it.each(['en', 'zh'] as const)(
    'tells a run: a sentence that its passage holds leads to where it stands, another is called unsupported (%s)',
    async (language) => {
      const words = wordsIn(language);
      const nothing = { findings: [], diagnoses: [], proposals: [] };
      endpoint.behaviour = { kind: 'content', content: JSON.stringify(nothing) };
      const client = clientOf(stack.baseUrl, stack.apiKey);
      const { id } = await rank(client, { case: CASES[language] });
      const params = { path: { id }, query: { lang: language } };
      const [passage] = (await answerOf(client.GET('/v1/runs/{id}', { params }))).guidelines;
      if (passage === undefined) throw new Error('the run has no passage');
      const [held = ''] = /^.+?(?:\.(?=\s|$)|[;。；])/u.exec(passage.quote) ?? [];
      const evidence = [`passage:${passage.passageId}`];
      const sentences = [held, UNTOLD[language]].map((text) => ({ text, evidence }));
      endpoint.behaviour = { kind: 'content', content: JSON.stringify({ sentences }) };
      const { page, complaints } = await openConsole(browser, stack, `/?run=${id}`, { language });
      page.setDefaultTimeout(PATIENCE_MS);
      await page.getByRole('button', { name: words('narrations.ask.clinician') }).click();
      const told = page.getByTestId('narration');
      const leads = told.locator('[data-verdict=lexically-supported] a');
      await leads.waitFor();
      expect(await told.locator('[data-verdict=not-addressed]').innerText()).toContain(
        words('guidance.not-addressed-named'),
      );
      await told.scrollIntoViewIfNeeded();
      await picture(page, `${language}-language-model-told`);
      expect(await violationsOn(page)).toEqual([]);
      await leads.click();
      await page.locator('mark').waitFor();
      expect(await page.locator('mark').innerText()).toBe(held);
      await picture(page, `${language}-language-model-told-passage`);
      expect(await violationsOn(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('is killed in the middle of a run: the list is there, and the page says so', async () => {
    endpoint.behaviour = { kind: 'silence' };
    const killed = new Promise<void>((resolve) => {
      endpoint.onRequest = () => {
        resolve(endpoint.stop());
      };
    });
    const client = clientOf(stack.baseUrl, stack.apiKey);
    const [run] = await Promise.all([rank(client, { case: ENGLISH }), killed]);
    expect(run.degraded).toContain('llm');
    for (const language of ['en', 'zh'] as const) {
      const page = await lookedAt(run.id, 'language-model-killed', language);
      await page.getByText(wordsIn(language)('secondOpinion.down')).waitFor();
    }
  });
});
