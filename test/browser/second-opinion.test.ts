import { type Browser } from 'playwright-core';
import { ChatEndpoint } from '../../libs/llm/test/chat-endpoint';
import { closePages, launchBrowser } from '../support/browser';
import { fitsItsScreen, openConsole, violationsOn } from '../support/console-page';
import { picture } from '../support/picture';
import { CHINESE, ENGLISH } from '../support/sample-cases';
import { startStack, type Stack } from '../support/stack';

jest.setTimeout(300_000);
/** The first run of a stack that has just started takes its time. */
const PATIENCE_MS = 90_000;

/** A stack of its own with a model: long form only. */
const describeFull = process.env['OPENROUNDS_FULL'] === '1' ? describe : describe.skip;

const SAID = {
  en: {
    rank: 'Rank the diseases',
    ask: { clinician: 'Tell it to colleagues', patient: 'Say it to the patient' },
    narrator: 'Pulmonary embolism leads.',
    lay: 'We want to be sure that there is no clot in your lungs.',
    label: 'AI-generated',
    narrative: ENGLISH.narrative,
  },
  zh: {
    rank: '推演鉴别诊断',
    ask: { clinician: '向同事叙述', patient: '向患者说明' },
    narrator: '肺栓塞居首。',
    lay: '我们想确认您的肺里没有血块。',
    label: 'AI生成',
    narrative: CHINESE.narrative,
  },
} as const;

interface SentQuestion {
  readonly messages: readonly { readonly content: string }[];
  readonly response_format?: { readonly json_schema?: { readonly name: string } };
}

/** What the model says in each role, in the language that it was asked in. */
function answerTo(body: string): object {
  const { messages, response_format: asked } = JSON.parse(body) as SentQuestion;
  const said = messages.at(-1)?.content.includes('in Chinese') === true ? SAID.zh : SAID.en;
  const evidence = ['disease:pulmonary-embolism'];
  switch (asked?.json_schema?.name) {
    case 'proposer':
      return { proposals: [{ name: 'A disease that nobody described' }] };
    case 'narrator':
      return {
        sentences: [
          { text: said.narrator, evidence },
          { text: said.narrator, evidence: ['made-up'] },
        ],
      };
    case 'lay-narrator':
      return { sentences: [{ text: said.lay, evidence }] };
    default:
      return {
        diagnoses: [
          { diseaseId: 'community-acquired-pneumonia', name: '', probability: 0.5 },
          { diseaseId: 'pulmonary-embolism', name: '', probability: 0.3 },
        ],
      };
  }
}

describeFull('the language model in the case room', () => {
  const endpoint = new ChatEndpoint();
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    await endpoint.start();
    endpoint.behaviour = { kind: 'content', content: '{}' };
    endpoint.dialect = {
      onFormat: (_, body) => ({ kind: 'content', content: JSON.stringify(answerTo(body)) }),
    };
    const commonEnv = { LLM_BASE_URL: endpoint.baseUrl, LLM_MODEL: 'sample-model' };
    [stack, browser] = await Promise.all([startStack({ commonEnv }), launchBrowser()]);
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser.close();
    await stack.stop();
    await endpoint.stop();
  });

  it.each(['en', 'zh'] as const)(
    'stands beside the engine, and tells the run in sentences (%s)',
    async (language) => {
      const words = SAID[language];
      const { page, complaints } = await openConsole(browser, stack, '/', { language });
      page.setDefaultTimeout(PATIENCE_MS);
      await page
        .locator('textarea')
        .first()
        .fill(words.narrative ?? '');
      await page.getByRole('button', { name: words.rank }).click();
      const panel = page.getByTestId('second-opinion');
      await panel.getByTestId('side-by-side').waitFor();
      expect(await panel.getByTestId('proposals').innerText()).toContain('A disease that nobody described');
      for (const audience of ['clinician', 'patient'] as const) {
        await panel.getByRole('button', { name: words.ask[audience] }).click();
        const told = panel.locator(`[data-testid=narration][data-audience=${audience}]`);
        await told.waitFor();
        expect(await told.innerText()).toContain(audience === 'clinician' ? words.narrator : words.lay);
        expect(await told.innerText()).toContain(words.label);
      }
      await picture(page, `${language}-second-opinion`);
      expect(await violationsOn(page)).toEqual([]);
      expect(await fitsItsScreen(page)).toBe(true);
      expect(complaints).toEqual([]);
    },
  );

  it('says in words that the model was killed meanwhile', async () => {
    const { page } = await openConsole(browser, stack, '/', { language: 'en' });
    await page
      .locator('textarea')
      .first()
      .fill(SAID.en.narrative ?? '');
    await page.getByRole('button', { name: SAID.en.rank }).click();
    const panel = page.getByTestId('second-opinion');
    await panel.getByTestId('side-by-side').waitFor();
    endpoint.dialect = { onFormat: () => ({ kind: 'status', status: 500, body: '{}' }) };
    await panel.getByRole('button', { name: SAID.en.ask.clinician }).click();
    const told = panel.locator('[data-testid=narration][data-audience=clinician]');
    await told.waitFor();
    expect(await told.innerText()).toContain('The list of the engine is not affected');
    await picture(page, 'en-second-opinion-down');
  });
});
