import type { Language, LibraryCard, Setting } from '../api/types';

export type Difficulty = NonNullable<LibraryCard['difficulty']> | 'not-given';
export type CaseKind = LibraryCard['kind'];
export type Taken = 'new' | 'taken';
export type Origin = 'built-in' | 'teachers' | 'mine';

/** What is chosen on the library page; within one facet any choice will do, an empty one is no condition. */
export interface Filter {
  readonly q: string;
  readonly problem: readonly string[];
  readonly setting: readonly Setting[];
  readonly kind: readonly CaseKind[];
  readonly difficulty: readonly Difficulty[];
  readonly language: readonly Language[];
  readonly origin: readonly Origin[];
  readonly taken: readonly Taken[];
}
export type Facet = Exclude<keyof Filter, 'q'>;

export const FACETS = [
  'problem',
  'setting',
  'kind',
  'difficulty',
  'language',
  'origin',
  'taken',
] as const satisfies readonly Facet[];
export const NO_FILTER: Filter = {
  q: '',
  problem: [],
  setting: [],
  kind: [],
  difficulty: [],
  language: [],
  origin: [],
  taken: [],
};

/** What a card says under a facet; a case in two languages says both. */
function valuesOf(card: LibraryCard, facet: Facet): readonly string[] {
  switch (facet) {
    case 'problem':
      return [card.problemId];
    case 'setting':
      return [card.setting];
    case 'kind':
      return [card.kind];
    case 'taken':
      return [card.taken ? 'taken' : 'new'];
    case 'difficulty':
      return [card.difficulty ?? 'not-given'];
    case 'language':
      return card.languages;
    case 'origin':
      if (card.mark === 'built-in') return ['built-in'];
      return card.mine === true ? ['teachers', 'mine'] : ['teachers'];
  }
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Every word of the search stands somewhere on the card. */
function says(card: LibraryCard, q: string): boolean {
  const text = folded([card.title.text, card.teaser?.text ?? '', card.problem].join(' '));
  return folded(q)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

const passes = (card: LibraryCard, filter: Filter, facets: readonly Facet[]): boolean =>
  says(card, filter.q) &&
  facets.every(
    (facet) =>
      filter[facet].length === 0 ||
      valuesOf(card, facet).some((value) => (filter[facet] as readonly string[]).includes(value)),
  );

export const filterCards = (cards: readonly LibraryCard[], filter: Filter): LibraryCard[] =>
  cards.filter((card) => passes(card, filter, FACETS));

/** How many cards each choice of a facet would leave, the other facets being as they are. */
export function countsOf(
  cards: readonly LibraryCard[],
  filter: Filter,
  facet: Facet,
): ReadonlyMap<string, number> {
  const others = FACETS.filter((each) => each !== facet);
  const counts = new Map<string, number>();
  for (const card of cards.filter((each) => passes(each, filter, others)))
    for (const value of valuesOf(card, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The filter that an address asks for; what the facet does not know is left out. */
export function filterOfAddress(href: string): Filter {
  const { searchParams } = new URL(href);
  const chosen = (facet: Facet): string[] => searchParams.getAll(facet);
  const known = <T extends string>(facet: Facet, all: readonly T[]): T[] =>
    all.filter((value) => chosen(facet).includes(value));
  return {
    q: searchParams.get('q') ?? '',
    problem: chosen('problem'),
    setting: known('setting', SETTINGS),
    kind: known('kind', KINDS),
    difficulty: known('difficulty', DIFFICULTIES),
    language: known('language', LANGUAGES),
    origin: known('origin', ORIGINS),
    taken: known('taken', TAKEN),
  };
}

export const SETTINGS = ['emergency', 'primary-care', 'inpatient'] as const satisfies readonly Setting[];
export const KINDS = ['staged', 'two-diseases', 'find-the-error'] as const satisfies readonly CaseKind[];
export const TAKEN = ['new', 'taken'] as const satisfies readonly Taken[];
export const DIFFICULTIES = [
  'easy',
  'moderate',
  'hard',
  'not-given',
] as const satisfies readonly Difficulty[];
export const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[];
export const ORIGINS = ['built-in', 'teachers', 'mine'] as const satisfies readonly Origin[];

/** The same address with another filter: a reload and a shared link show the same cards. */
export function withFilter(href: string, filter: Filter): string {
  const url = new URL(href);
  url.hash = '';
  for (const facet of FACETS) {
    url.searchParams.delete(facet);
    for (const value of filter[facet]) url.searchParams.append(facet, value);
  }
  if (filter.q.trim() === '') url.searchParams.delete('q');
  else url.searchParams.set('q', filter.q);
  return url.pathname + url.search;
}
