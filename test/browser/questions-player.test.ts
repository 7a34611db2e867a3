import { dirname, join } from 'node:path';
import { writeQuestions } from '@openrounds/assessment-formats';
import { type Browser, type Page } from 'playwright-core';
import { ITEMS } from '../../libs/assessment-formats/test/items.fixture';
import { closePages, launchBrowser } from '../support/browser';

jest.setTimeout(120_000);

/** The player is another's, and big: before a release. */
const FULL = process.env['OPENROUNDS_FULL'] === '1';

/** What the key is of each question that a machine scores, its highest score, and an answer with one mistake. */
const ANSWERS = {
  single: { key: 'embolism', most: 1, wrong: 'pneumonia' },
  several: { key: ['a', 'b', 'c'], most: 3, wrong: ['a', 'b', 'x'] },
  numeric: { key: 138.9, most: 1, wrong: 139.1 },
  'short-text': { key: 'd DIMER', most: 1, wrong: 'troponin' },
  matching: { key: ['L-1 R-1', 'L-2 R-2', 'L-3 R-3'], most: 3, wrong: ['L-1 R-1', 'L-2 R-3', 'L-3 R-2'] },
  ordering: { key: ['one', 'two', 'three'], most: 1, wrong: ['two', 'one', 'three'] },
} as const;
const KINDS = Object.keys(ANSWERS) as (keyof typeof ANSWERS)[];

const scriptOf = (name: string, path: string): string =>
  join(dirname(require.resolve(`${name}/package.json`)), path);

/** Opens a page with the player and nothing else. */
async function openPlayer(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.setContent('<!doctype html><div id="app"></div>');
  await page.addScriptTag({ path: scriptOf('vue', 'dist/vue.min.js') });
  await page.addScriptTag({ path: scriptOf('qti3-item-player', 'dist/qti3Player.umd.min.js') });
  return page;
}

/** Gives an answer to an item, ends the attempt, and reads the score. */
const scoreOf = (page: Page, xml: string, value: unknown): Promise<unknown> =>
  page.evaluate(SCORE, { xml, value });

const SCORE = `async ({ xml, value }) => {
  const { Qti3Player } = window.qti3Player;
  document.body.innerHTML = '<div id="app"></div>';
  const state = await new Promise((done, failed) => {
    setTimeout(() => failed(new Error('the player gave no answer')), 20000);
    let player;
    new window.Vue({
      el: '#app',
      render: (h) => h(Qti3Player, { on: {
        notifyQti3PlayerReady: (ready) => {
          player = ready;
          const answer = { identifier: 'RESPONSE', value, state: null };
          const configuration = { guid: 'one', status: 'interacting', state: { identifier: 'x', guid: 'one',
            responseVariables: [answer], outcomeVariables: [], contextVariables: [], templateVariables: [] } };
          player.loadItemFromXml(xml, configuration);
        },
        notifyQti3ItemReady: () => player.endAttempt('end'),
        notifyQti3EndAttemptCompleted: done,
      } }),
    });
  });
  const found = (state.state ?? state).outcomeVariables.find(({ identifier }) => identifier === 'SCORE');
  return found ? found.value : JSON.stringify(state).slice(0, 1500);
}`;

(FULL ? describe : describe.skip)('QTI 3 items in a player', () => {
  let browser: Browser;
  const { files } = writeQuestions(Object.values(ITEMS), 'qti3', 'en');

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(() => closePages(browser));
  afterAll(() => browser.close());

  it.each(KINDS)('score the key of a question (%s) with the most, and a mistake with less', async (kind) => {
    const page = await openPlayer(browser);
    const xml = String(files[`items/${ITEMS[kind].id}-en.xml`]);
    const { key, most, wrong } = ANSWERS[kind];
    expect(await scoreOf(page, xml, key)).toBe(most);
    expect(Number(await scoreOf(page, xml, wrong))).toBeLessThan(most);
  });
});
