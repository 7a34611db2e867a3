import { PageLink } from '../app/PageLink';
import { LANGUAGE_NAMES } from '../i18n/language-names';
import { useWords } from '../i18n/use-words';
import { addressOfSearch, type PassageFilter, type PassageSearch } from './passage-search';
import { useWiderSearches } from './use-passages';

/** Which filters keep everything away: what is found without each is said, and one step away. */
export function NothingFound({ search }: { search: PassageSearch }) {
  const { t, list } = useWords();
  const { wider, waiting } = useWiderSearches(search);
  const named = (filter: PassageFilter): string => {
    const { documentLanguage } = search;
    const isLanguage = filter === 'documentLanguage' && documentLanguage !== '';
    return t('passages.filterIs', {
      name: t(`passages.filter.${filter}`),
      value: isLanguage ? LANGUAGE_NAMES[documentLanguage] : search[filter],
    });
  };
  if (waiting) return <p className="small mute">{t('passages.lookingWider')}</p>;
  if (wider.length === 0) return <p>{t('passages.noneWider')}</p>;
  return (
    <>
      <p>{t('passages.dropFilter')}</p>
      <ul className="plain">
        {wider.map(({ without, search: less, count }) => (
          <li key={without.join()}>
            <PageLink href={addressOfSearch(less)}>
              {t('passages.without', { filters: list(without.map(named)) })}
            </PageLink>{' '}
            <span className="small soft">{t('passages.found', { count })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
