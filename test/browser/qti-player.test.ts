import { writeQuestions, type Item } from '@openrounds/assessment-formats';
import { CaseBody } from '@openrounds/contracts';
import { TeachingStore } from '@openrounds/knowledge';
import { questionsOfCase } from '@openrounds/presentation';
import { type Browser, type Page } from 'playwright-core';
import { describeInFull } from '@openrounds/testing';
import { HOSTILE, ITEMS } from '../../libs/assessment-formats/test/items.fixture';
import { builtInBody } from '../../services/teaching/src/model/built-in-body';
import { closePages, launchBrowser } from '../support/browser';
import { openQtiPlayer, type QtiPlayer } from '../support/qti-player';
import { teachingCase } from '../support/sample-teaching-case';
import { BUNDLES, shippedBundle } from '../support/shipped';

jest.setTimeout(60_000);

const LANGUAGES = ['en', 'zh'] as const;
type Language = (typeof LANGUAGES)[number];

/** The diagnosis and the dangers of two built-in cases, the next test of a teacher's own, and the kinds that no case gives. */
function questions(): readonly Item[] {
  const bundle = shippedBundle();
  const builtIn = new TeachingStore(BUNDLES).current().cases.slice(0, 2);
  const own = teachingCase('Breathless', {
    choices: [
      [],
      [
        { testId: 'd-dimer', verdict: 'best' },
        { testId: 'chest-x-ray', verdict: 'acceptable' },
        { testId: 'troponin', verdict: 'poor' },
      ],
    ],
  });
  const made = (slug: string, body: CaseBody, kinds: Parameters<typeof questionsOfCase>[1]) =>
    questionsOfCase({ told: { slug, version: 1, body }, forecast: null }, kinds, bundle).items;
  return [
    ...builtIn.flatMap((each) => made(each.id, builtInBody(each), ['diagnosis', 'must-not-miss'])),
    ...made('own', CaseBody.parse(own), ['next-test']),
    ...[ITEMS.single, ITEMS.numeric, ITEMS['short-text'], ITEMS.matching, ITEMS.ordering],
  ];
}

type Response = Item['response'];
/** Gives the key, or misses it by one thing. */
type Answering<Kind extends Response['kind']> = (
  page: Page,
  response: Extract<Response, { kind: Kind }>,
  right: boolean,
  language: Language,
) => Promise<void>;

const choice = (page: Page, id: string) => page.locator(`.qti-simple-choice[data-identifier="${id}"]`);

const choose: Answering<'single' | 'several'> = async (page, { kind, options }, right) => {
  const key = options.filter((option) => option.right);
  const wrong = options.filter((option) => !option.right).slice(0, 1);
  const chosen = right ? key : kind === 'single' ? wrong : [...key, ...wrong];
  for (const { id } of chosen) await choice(page, id).click();
};

const write = (page: Page, text: string) => page.locator('.qti-text-entry-interaction input').fill(text);

const writeNumber: Answering<'numeric'> = (page, { value, tolerance }, right) =>
  write(page, String(right ? value + tolerance : value + 2 * tolerance));

const writeWord: Answering<'short-text'> = (page, { accepted }, right, language) =>
  write(page, `${accepted.at(-1)?.[language]?.toLowerCase() ?? ''}${right ? '' : 's'}`);

const match: Answering<'matching'> = async (page, { pairs }, right) => {
  for (const { id } of right ? pairs : pairs.slice(1))
    await page
      .locator(`.draggable[data-identifier="L-${id}"]`)
      .dragTo(page.locator(`.target[data-identifier="R-${id}"]`));
};

/** Each is drawn to where it belongs, from the first place on; to be wrong, the last one is drawn to the front afterwards. */
const order: Answering<'ordering'> = async (page, { entries }, right) => {
  const drawTo = async (id: string, place: number): Promise<void> => {
    const target = page.locator('.qti-order-source-wrapper .qti-simple-choice').nth(place);
    if ((await target.getAttribute('data-identifier')) !== id) await choice(page, id).dragTo(target);
  };
  for (const [place, { id }] of entries.entries()) await drawTo(id, place);
  const last = entries.at(-1);
  if (!right && last !== undefined) await drawTo(last.id, 0);
};

async function answer(page: Page, response: Response, right: boolean, language: Language): Promise<void> {
  switch (response.kind) {
    case 'single':
    case 'several':
      return choose(page, response, right, language);
    case 'numeric':
      return writeNumber(page, response, right, language);
    case 'short-text':
      return writeWord(page, response, right, language);
    case 'matching':
      return match(page, response, right, language);
    case 'ordering':
      return order(page, response, right, language);
    case 'differential':
      throw new Error('a list is marked by a person');
  }
}

describeInFull('questions as QTI 3, in a player', () => {
  const given = questions();
  const { files } = writeQuestions([...given, ITEMS.differential], 'qti3', 'en');
  let browser: Browser;
  let player: QtiPlayer;

  beforeAll(async () => {
    browser = await launchBrowser();
    player = await openQtiPlayer(browser);
  });
  afterAll(async () => {
    await closePages(browser);
    await browser.close();
  });

  const load = (id: string, language: Language) => player.load(String(files[`items/${id}-${language}.xml`]));
  const marked = async ({ id, response }: Item, right: boolean, language: Language) => {
    await load(id, language);
    await answer(player.page, response, right, language);
    return player.handIn();
  };

  it('are ten, of every kind that a machine marks', () => {
    expect(given).toHaveLength(10);
    const kinds = new Set(given.map(({ response }) => response.kind));
    expect([...kinds].sort()).toEqual(['matching', 'numeric', 'ordering', 'several', 'short-text', 'single']);
  });

  it.each(given.flatMap((item) => LANGUAGES.map((language) => ({ item, id: item.id, language }))))(
    'the key has the maximum, a miss has less: $id ($language)',
    async ({ item, language }) => {
      const { score, maximum, byPerson } = await marked(item, true, language);
      const { response } = item;
      const points =
        response.kind === 'several'
          ? response.options.filter(({ right }) => right).length
          : response.kind === 'matching'
            ? response.pairs.length
            : 1;
      expect({ score, maximum, byPerson }).toEqual({ score: points, maximum: points, byPerson: false });
      expect((await marked(item, false, language)).score).toBeLessThan(points);
    },
  );

  it('tell no reasons to who answers, and show markup as text', async () => {
    await load(ITEMS.single.id, 'en');
    expect(await choice(player.page, 'hostile').innerText()).toContain(HOSTILE);
    expect(await player.page.locator('.qti-rubric-block').isVisible()).toBe(false);
  });

  it('leave a list with probabilities to a person', async () => {
    await load(ITEMS.differential.id, 'en');
    await player.page.locator('textarea').fill('Embolism 60 %');
    expect(await player.handIn()).toEqual({ score: 0, maximum: 1, byPerson: true });
  });

  it('break nothing in the page, which asks nobody for anything', () => {
    expect(player.complaints).toEqual([]);
  });
});
