import { type Dispatch, type SetStateAction, useState } from 'react';
import { goTo } from '../app/use-location';
import { LineField, SelectField } from '../author/fields';
import { LANGUAGE_OPTIONS } from '../i18n/language-names';
import { useWords } from '../i18n/use-words';
import { addressOfSearch, type PassageSearch, regionOf, setFilters } from './passage-search';

function Filters(props: { typed: PassageSearch; onChange: Dispatch<SetStateAction<PassageSearch>> }) {
  const { t } = useWords();
  const { typed, onChange } = props;
  const line = (name: 'inRegion' | 'since' | 'population', max: number) => (
    <LineField
      label={t(`passages.filter.${name}`)}
      hint={t(`passages.filterHint.${name}`)}
      pointer={`/query/${name}`}
      value={typed[name]}
      max={max}
      onChange={(value) => {
        onChange((before) => ({ ...before, [name]: value }));
      }}
    />
  );
  return (
    <div className="fields">
      {line('inRegion', 20)}
      {line('since', 4)}
      <SelectField
        label={t('passages.filter.documentLanguage')}
        pointer="/query/documentLanguage"
        value={typed.documentLanguage}
        options={[{ value: '', label: t('passages.anyLanguage') }, ...LANGUAGE_OPTIONS]}
        onChange={(documentLanguage) => {
          onChange((before) => ({ ...before, documentLanguage }));
        }}
      />
      {line('population', 100)}
    </div>
  );
}

/** The words and filters of a search; it begins when it is sent. */
export function SearchForm({ asked }: { asked: PassageSearch }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(asked);
  const count = setFilters(asked).length;
  return (
    <form
      role="search"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goTo(
          addressOfSearch({
            q: typed.q.trim(),
            inRegion: regionOf(typed.inRegion),
            since: typed.since.trim(),
            documentLanguage: typed.documentLanguage,
            population: typed.population.trim(),
          }),
        );
      }}
    >
      <div className="ask">
        <label className="vh" htmlFor="passage-search">
          {t('passages.search')}
        </label>
        <input
          id="passage-search"
          className="field"
          type="search"
          maxLength={300}
          placeholder={t('passages.search')}
          value={typed.q}
          onChange={(event) => {
            const q = event.target.value;
            setTyped((before) => ({ ...before, q }));
          }}
        />
        <button type="submit" className="btn primary">
          {t('passages.go')}
        </button>
      </div>
      <details open={count > 0}>
        <summary>{t('passages.filters', { count })}</summary>
        <Filters typed={typed} onChange={setTyped} />
      </details>
    </form>
  );
}
