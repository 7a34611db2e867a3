import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';

/** Where the page of the player is said to be: it has storage there, and nothing is fetched. */
const ADDRESS = 'http://player.test/';
const PLAYER = require.resolve('qti3-item-player');
/** The one that the player takes for its own; items are templates to it, so it must be able to compile. */
const VUE = createRequire(PLAYER).resolve('vue/dist/vue.min.js');

/** What an item made of the answer. */
export interface Marked {
  readonly score: number;
  readonly maximum: number;
  /** The item leaves it to a person. */
  readonly byPerson: boolean;
}

/** A page with a player of QTI 3 items and nothing else. */
export interface QtiPlayer {
  readonly page: Page;
  /** Script errors, and what the page wanted from elsewhere. */
  readonly complaints: readonly string[];
  /** Shows an item anew, without any answer. */
  load(xml: string): Promise<void>;
  /** Hands in what was answered. */
  handIn(): Promise<Marked>;
}

/** An item that is the same as the one before would be left as it is: so the page is emptied first. */
const HOST = `
  let told = () => {};
  const on = {
    notifyQti3ItemReady: () => told(),
    notifyQti3EndAttemptCompleted: ({ state }) => told(state),
  };
  const host = new Vue({ render: (h) => h(qti3Player, { ref: 'player', on }) }).$mount('main');
  const { player } = host.$refs;
  const telling = (act) => new Promise((resolve) => { told = resolve; act(); });
  window.load = async (xml) => {
    player.resetItem();
    await Vue.nextTick();
    await telling(() => player.loadItemFromXml(xml, { guid: 'item', status: 'interacting' }));
  };
  window.handIn = async () => {
    const { outcomeVariables } = await telling(() => player.endAttempt('marking'));
    const { value, normalMaximum, externalScored } = outcomeVariables.find(({ identifier }) => identifier === 'SCORE');
    return { score: value, maximum: normalMaximum, byPerson: externalScored === 'human' };
  };`;

/** Opens the player in a page without a network. */
export async function openQtiPlayer(browser: Browser): Promise<QtiPlayer> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === ADDRESS)
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Player</title><main>' });
    complaints.push(url);
    return route.abort();
  });
  await page.goto(ADDRESS);
  await page.addStyleTag({ path: join(dirname(PLAYER), 'qti3Player.css') });
  await page.addScriptTag({ path: VUE });
  await page.addScriptTag({ path: join(dirname(PLAYER), 'qti3Player.umd.min.js') });
  await page.addScriptTag({ content: HOST });
  return {
    page,
    complaints,
    load: (xml) => page.evaluate(`load(${JSON.stringify(xml)})`),
    handIn: () => page.evaluate('handIn()'),
  };
}
