import type { LibraryCard } from '../api/types';
import { countsOf, filterCards, filterOfAddress, NO_FILTER, withFilter } from './filter-cards';

const card = (id: string, changes: Partial<LibraryCard> = {}): LibraryCard => ({
  id,
  title: { text: `Case ${id}`, language: 'en' },
  teaser: null,
  problemId: 'fever',
  problem: 'Fever',
  setting: 'emergency',
  stages: 4,
  kind: 'staged',
  taken: false,
  difficulty: null,
  languages: ['en', 'zh'],
  mark: 'built-in',
  mine: false,
  ...changes,
});

const CARDS = [
  card('1', { title: { text: 'Breathless after a new knee', language: 'en' }, problemId: 'dyspnoea' }),
  card('2', { teaser: { text: 'It began with a KNEE.', language: 'en' }, setting: 'inpatient' }),
  card('3', { mark: 'reviewed', difficulty: 'hard', languages: ['zh'], kind: 'two-diseases' }),
  card('4', { mark: 'not-second-read', mine: true, difficulty: 'easy', taken: true }),
];
const idsOf = (filter: Partial<typeof NO_FILTER>): string[] =>
  filterCards(CARDS, { ...NO_FILTER, ...filter }).map(({ id }) => id);

describe('filterCards', () => {
  it('takes everything where nothing is chosen', () => {
    expect(idsOf({})).toEqual(['1', '2', '3', '4']);
  });

  it('finds every word of the search, in title, teaser or problem, in any order and case', () => {
    expect(idsOf({ q: 'knee' })).toEqual(['1', '2']);
    expect(idsOf({ q: ' knee  breathless ' })).toEqual(['1']);
    expect(idsOf({ q: 'FEVER knee' })).toEqual(['1', '2']);
    expect(idsOf({ q: 'zeppelin' })).toEqual([]);
  });

  it('takes any choice within a facet, and all facets together', () => {
    expect(idsOf({ problem: ['dyspnoea', 'fever'], setting: ['inpatient'] })).toEqual(['2']);
    expect(idsOf({ difficulty: ['hard', 'easy'] })).toEqual(['3', '4']);
    expect(idsOf({ difficulty: ['not-given'] })).toEqual(['1', '2']);
    expect(idsOf({ language: ['en'] })).toEqual(['1', '2', '4']);
    expect(idsOf({ kind: ['two-diseases', 'find-the-error'] })).toEqual(['3']);
    expect([idsOf({ taken: ['taken'] }), idsOf({ taken: ['new'] })]).toEqual([['4'], ['1', '2', '3']]);
  });

  it('knows the built-in cases, those of teachers and one’s own', () => {
    expect(idsOf({ origin: ['built-in'] })).toEqual(['1', '2']);
    expect(idsOf({ origin: ['teachers'] })).toEqual(['3', '4']);
    expect(idsOf({ origin: ['mine'] })).toEqual(['4']);
  });
});

describe('countsOf', () => {
  it('counts what a choice would leave, its own facet not counting', () => {
    const filter = { ...NO_FILTER, setting: ['inpatient' as const], language: ['en' as const] };
    expect(Object.fromEntries(countsOf(CARDS, filter, 'setting'))).toEqual({ emergency: 2, inpatient: 1 });
    expect(Object.fromEntries(countsOf(CARDS, filter, 'language'))).toEqual({ en: 1, zh: 1 });
  });
});

describe('the filter in the address', () => {
  it('comes back as it went out, beside what else stands there', () => {
    const filter = {
      ...NO_FILTER,
      q: 'a & b',
      problem: ['fever', 'rash'],
      difficulty: ['hard' as const],
      taken: ['new' as const],
    };
    const address = withFilter('http://127.0.0.1:3000/library?lang=zh#code=AB', filter);
    expect(address).toContain('lang=zh');
    expect(address).not.toContain('AB');
    expect(filterOfAddress(`http://127.0.0.1:3000${address}`)).toEqual(filter);
    expect(withFilter(`http://127.0.0.1:3000${address}`, NO_FILTER)).toBe('/library?lang=zh');
  });

  it('leaves out what a facet does not know', () => {
    expect(filterOfAddress('http://127.0.0.1:3000/library?setting=moon&setting=emergency')).toEqual({
      ...NO_FILTER,
      setting: ['emergency'],
    });
  });
});
