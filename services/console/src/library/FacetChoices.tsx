import { useState } from 'react';
import { useWords } from '../i18n/use-words';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly lang?: string;
  readonly count: number;
}

/** So many choices of a long facet are shown until somebody asks for all. */
const SHOWN_AT_FIRST = 6;

/** One facet: boxes to tick, each with what it would leave. A long list shows its fullest and what is ticked first. */
export function FacetChoices(props: {
  legend: string;
  options: readonly FacetOption[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { t, locale } = useWords();
  const [all, setAll] = useState(false);
  const { options, chosen } = props;
  const long = options.length > SHOWN_AT_FIRST + 2;
  const shown = all || !long ? options : shortOf(options, chosen);
  return (
    <fieldset className="facet">
      <legend className="label">{props.legend}</legend>
      <div className={all && long ? 'every' : undefined}>
        {shown.map(({ value, label, lang, count }) => (
          <label key={value} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) => {
                props.onChange(
                  event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value),
                );
              }}
            />
            <span lang={lang}>{label}</span>
            <span className="num mute">{new Intl.NumberFormat(locale).format(count)}</span>
          </label>
        ))}
      </div>
      {long && (
        <button
          type="button"
          className="link small"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? t('library.fewer') : t('library.all', { count: options.length })}
        </button>
      )}
    </fieldset>
  );
}

/** The fullest choices and those that are ticked, in the order of the whole list. */
function shortOf(options: readonly FacetOption[], chosen: readonly string[]): FacetOption[] {
  const fullest = options.toSorted((a, b) => b.count - a.count).slice(0, SHOWN_AT_FIRST);
  return options.filter((option) => fullest.includes(option) || chosen.includes(option.value));
}
