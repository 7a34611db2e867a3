import { codedAnswers } from '@openrounds/testing';
import { type ForecastStore } from '../../src/ports/forecast-store';
import { aVersion } from '../fixtures/cases';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

/** What every store of forecasts does; `sent` gives the ids of what was sent to the engine, in order. */
export const itKeepsForecasts = (
  open: () => { readonly store: ForecastStore; readonly sent: () => Promise<readonly string[]> },
): void => {
  let store: ForecastStore;
  let sent: () => Promise<readonly string[]>;

  beforeAll(() => {
    ({ store, sent } = open());
  });

  const sentOf = async (id: string): Promise<number> => (await sent()).filter((each) => each === id).length;

  it('asks once, and again only for what has not come in a minute', async () => {
    const [first, second] = (await aVersion()).forecasts;
    if (first === undefined || second === undefined) throw new Error('two stages');
    await store.ask([first, second], NOW);
    await store.ask([first, second], later(30));
    expect([await sentOf(first.id), await sentOf(second.id)]).toEqual([1, 1]);
    await store.keep('school', first.id, { kind: 'rejected', code: 'impossible' });
    await store.ask([first, second], later(90));
    expect([await sentOf(first.id), await sentOf(second.id)]).toEqual([1, 2]);
    const known = await store.find('school', [first.id, second.id, 'unknown'], NOW);
    expect(Object.fromEntries(known)).toEqual({
      [first.id]: { kind: 'rejected', code: 'impossible' },
      [second.id]: { kind: 'asked' },
    });
  });

  it('keeps the first answer to what was asked, for its tenant only', async () => {
    const [request] = (await aVersion()).forecasts;
    if (request === undefined) throw new Error('a stage');
    const answer = codedAnswers.build();
    const { id } = request;
    await store.keep('school', id, { kind: 'answered', answer });
    expect((await store.find('school', [id], NOW)).size).toBe(0);
    await store.ask([request], NOW);
    await store.keep('other-school', id, { kind: 'rejected', code: 'theirs' });
    await store.keep('school', id, { kind: 'answered', answer });
    await store.keep('school', id, { kind: 'rejected', code: 'late' });
    expect((await store.find('school', [id], NOW)).get(id)).toEqual({ kind: 'answered', answer });
    expect((await store.find('other-school', [id], NOW)).size).toBe(0);
  });

  it('forgets what nobody has used', async () => {
    const [request] = (await aVersion()).forecasts;
    if (request === undefined) throw new Error('a stage');
    await store.ask([request], NOW);
    await store.find('school', [request.id], later(2 * 86_400));
    expect(await store.forgetUnused(later(86_400))).toBeGreaterThanOrEqual(0);
    expect((await store.find('school', [request.id], later(2 * 86_400))).size).toBe(1);
    expect(await store.forgetUnused(later(4 * 86_400))).toBeGreaterThan(0);
    expect((await store.find('school', [request.id], later(2 * 86_400))).size).toBe(0);
  });
};
