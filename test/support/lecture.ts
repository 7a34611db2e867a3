import { type Browser, type Locator, type Page } from 'playwright-core';
import {
  fitsItsScreen,
  openConsole,
  type PageLanguage,
  type PageOptions,
  violationsOn,
} from './console-page';
import { picture } from './picture';
import { type RunningStack } from './stack';

export const PHONE = { width: 390, height: 844 };
export const SMALL_PHONE = { width: 320, height: 640 };
/** The wall of a hall, and a laptop beside a television. */
export const WALL = { en: { width: 1920, height: 1080 }, zh: { width: 1366, height: 768 } } as const;

/** The pages of one lecture: the teacher's, the screen for the class and the phones; and what is wrong with how they look. */
export class Lecture {
  readonly faults: string[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly stack: Pick<RunningStack, 'baseUrl' | 'apiKey'>,
  ) {}

  async teacherAt(path: string, options: PageOptions = {}): Promise<Page> {
    const { page } = await openConsole(this.browser, this.stack, path, options);
    return page;
  }

  async wallOf(code: string, language: PageLanguage): Promise<Page> {
    const wall = await this.teacherAt(`/lecture?room=${code}&view=wall`, { language, ...WALL[language] });
    await wall.locator('.wall-lobby').waitFor();
    return wall;
  }

  /** A phone of its own that has pressed *Join*; whether it is let in is another matter. */
  async phoneAtDoor(code: string, language: PageLanguage, viewport = PHONE): Promise<Page> {
    const context = await this.browser.newContext({ viewport, reducedMotion: 'reduce' });
    // Phones of a hall spread over seconds what they ask for; these few may ask at once.
    await context.addInitScript('Math.random = () => 0');
    const page = await context.newPage();
    await page.goto(`${this.stack.baseUrl}/j/${code}?lang=${language}`);
    await page.locator('#name').waitFor();
    await page.locator('button[type=submit]').click();
    return page;
  }

  async phoneIn(code: string, language: PageLanguage, viewport = PHONE): Promise<Page> {
    const page = await this.phoneAtDoor(code, language, viewport);
    await page.locator('.ph-seat').waitFor();
    return page;
  }

  /** Notes what axe finds on a page and whether it is wider than its screen, and takes its picture. */
  async looksRight(page: Page, name: string): Promise<void> {
    await picture(page, name);
    for (const violation of await violationsOn(page)) this.faults.push(`${name}: ${violation}`);
    if (!(await fitsItsScreen(page))) this.faults.push(`${name}: wider than its screen`);
  }
}

/** Takes the first case of the library, by the keyboard, and asks one question of it, at its first stage. */
export async function planOneQuestion(teacher: Page): Promise<void> {
  await presses(teacher, teacher.locator('.ct-card').first());
  await teacher.locator('.ct-chosen:focus').waitFor();
  const stages = teacher.locator('.ct-stage');
  await stages.first().waitFor();
  for (let at = 1; at < (await stages.count()); at += 1)
    await stages.nth(at).locator('.ct-questions > li').first().locator('.ct-q-head .x').last().click();
}

/** Opens the room that is planned, by the keyboard; its code. */
export async function openPlanned(teacher: Page): Promise<string> {
  await presses(teacher, teacher.locator('.ct-next'));
  await teacher.locator('.ct-code').waitFor();
  return (await teacher.locator('.ct-code').innerText()).replace(/\D/g, '');
}

/** What a presenter's clicker sends. */
export const next = (wall: Page): Promise<void> => wall.keyboard.press('ArrowRight');

const MOST_TABS = 200;

/** Goes to something by the tab key alone, as somebody without a mouse does, and presses it. */
export async function presses(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const isReached = async (): Promise<boolean> => (await target.and(page.locator(':focus')).count()) > 0;
  for (let tabs = 0; !(await isReached()); tabs += 1) {
    if (tabs === MOST_TABS) throw new Error(`not reached by the keyboard: ${target.toString()}`);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
}

/** Takes the next step from the control page, by the keyboard. */
export async function leads(teacher: Page): Promise<void> {
  await teacher.locator('.ct-next:enabled:not([aria-disabled=true])').waitFor();
  await presses(teacher, teacher.locator('.ct-next'));
}

/** Waits for the first figure of the screen; the second is the time. */
export const hasAnswered = (wall: Page, count: number): Promise<void> =>
  wall
    .locator('.wall-count')
    .first()
    .filter({ hasText: new RegExp(`^${String(count)}\\s`) })
    .waitFor();

/** Gives points to three diagnoses and to Other. */
export async function givePoints(phone: Page, points: readonly string[]): Promise<void> {
  await phone.locator('.ph-rows').waitFor();
  for (const [at, given] of points.entries()) await phone.locator('.ph-stepper input').nth(at).fill(given);
}

/** Writes a list of three and Other. */
export async function fillIn(
  phone: Page,
  names: readonly string[],
  points: readonly string[] = ['50', '20', '10', '20'],
): Promise<void> {
  await phone.locator('.ph-rows').waitFor();
  for (const name of names) {
    await phone.locator('.ph-naming input').first().fill(name);
    await phone.keyboard.press('Enter');
  }
  await givePoints(phone, points);
}

export const commit = (phone: Page): Promise<void> => phone.locator('.ph-btn.primary').click();

/** Commits, and waits until the room has it. */
export async function commits(phone: Page): Promise<void> {
  await commit(phone);
  await phone.locator('[data-posting=kept]').waitFor();
}
