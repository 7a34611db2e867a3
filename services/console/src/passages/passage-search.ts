import type { Language } from '../api/types';
import { PATHS } from '../app/location';

/** What passages are searched for; an empty filter is no condition. Named as the API names them. */
export interface PassageSearch {
  readonly q: string;
  /** Where a document applies: GB, CN, international. */
  readonly inRegion: string;
  /** First year of documents. */
  readonly since: string;
  readonly documentLanguage: Language | '';
  /** Whom a passage says that it is for. */
  readonly population: string;
}
export type PassageFilter = Exclude<keyof PassageSearch, 'q'>;

const PASSAGE_FILTERS = [
  'inRegion',
  'since',
  'documentLanguage',
  'population',
] as const satisfies readonly PassageFilter[];

export const setFilters = (search: PassageSearch): PassageFilter[] =>
  PASSAGE_FILTERS.filter((filter) => search[filter] !== '');

/** The search that an address asks for. */
export function searchOfAddress(href: string): PassageSearch {
  const { searchParams } = new URL(href);
  const said = (name: string): string => searchParams.get(name)?.trim() ?? '';
  const language = said('documentLanguage');
  return {
    q: said('q'),
    inRegion: said('inRegion'),
    since: said('since'),
    documentLanguage: language === 'en' || language === 'zh' ? language : '',
    population: said('population'),
  };
}

/** Where a search stands, so that it can be sent on. */
export function addressOfSearch(search: PassageSearch): string {
  const given = [['q', search.q], ...setFilters(search).map((name) => [name, search[name]])];
  return `${PATHS.passages}?${new URLSearchParams(given).toString()}`;
}

/** A region as it is written in documents, however it was typed. */
export function regionOf(typed: string): string {
  const region = typed.trim();
  return region.toLowerCase() === 'international' ? 'international' : region.toUpperCase();
}

/** Searches that ask for less: without each filter, and where there are several without any. */
export function withFewerFilters(
  search: PassageSearch,
): { readonly without: readonly PassageFilter[]; readonly search: PassageSearch }[] {
  const filters = setFilters(search);
  const dropped = filters.length > 1 ? [...filters.map((each) => [each]), filters] : [filters];
  return dropped
    .filter((without) => without.length > 0)
    .map((without) => ({
      without,
      search: { ...search, ...Object.fromEntries(without.map((each) => [each, ''])) },
    }));
}
