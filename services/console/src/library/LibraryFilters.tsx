import type { LibraryCard } from '../api/types';
import { LANGUAGE_NAMES } from '../i18n/language-names';
import { useWords } from '../i18n/use-words';
import { FacetChoices, type FacetOption } from './FacetChoices';
import {
  countsOf,
  DIFFICULTIES,
  type Facet,
  type Filter,
  KINDS,
  LANGUAGES,
  ORIGINS,
  SETTINGS,
  TAKEN,
} from './filter-cards';

/** The problems that cases are about, by name. */
function problemsOf(cards: readonly LibraryCard[], locale: string): [string, string][] {
  const names = new Map(cards.map(({ problemId, problem }) => [problemId, problem]));
  return [...names].toSorted(([, a], [, b]) => a.localeCompare(b, locale));
}

function useFacets(cards: readonly LibraryCard[], filter: Filter) {
  const { t, locale } = useWords();
  const facet = (
    name: Facet,
    choices: readonly (readonly [string, string, string?])[],
  ): { name: Facet; legend: string; options: FacetOption[] } => {
    const counts = countsOf(cards, filter, name);
    return {
      name,
      legend: t(`library.facet.${name}`),
      options: choices.map(([value, label, lang]) => ({
        value,
        label,
        count: counts.get(value) ?? 0,
        ...(lang !== undefined && { lang }),
      })),
    };
  };
  return [
    facet('problem', problemsOf(cards, locale)),
    facet(
      'setting',
      SETTINGS.map((value) => [value, t(`patient.${value}`)]),
    ),
    facet(
      'kind',
      KINDS.map((value) => [value, t(`library.kind.${value}`)]),
    ),
    facet(
      'difficulty',
      DIFFICULTIES.map((value) => [value, t(`library.difficulty.${value}`)]),
    ),
    facet(
      'language',
      LANGUAGES.map((value) => [value, LANGUAGE_NAMES[value], value]),
    ),
    facet(
      'origin',
      ORIGINS.map((value) => [value, t(`library.origin.${value}`)]),
    ),
    facet(
      'taken',
      TAKEN.map((value) => [value, t(`library.taken.${value}`)]),
    ),
  ];
}

/** Search and facets; what is ticked shows at once. */
export function LibraryFilters(props: {
  cards: readonly LibraryCard[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}) {
  const { cards, filter, onChange } = props;
  return useFacets(cards, filter).map(({ name, legend, options }) => (
    <FacetChoices
      key={name}
      legend={legend}
      options={options}
      chosen={filter[name]}
      onChange={(chosen) => {
        onChange({ ...filter, [name]: chosen });
      }}
    />
  ));
}
