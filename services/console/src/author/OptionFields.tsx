import { useId } from 'react';
import { useWords } from '../i18n/use-words';
import { type Question } from './case-form';
import { BilingualField } from './fields';

type Options = NonNullable<Question['options']>;

/** The options of a question with one best answer; which is best is chosen beside them. */
export function OptionFields(props: {
  number: number;
  pointer: string;
  options: Options;
  onChange: (options: Options) => void;
}) {
  const { t } = useWords();
  const name = useId();
  const { number, pointer, options, onChange } = props;
  return (
    <fieldset>
      <legend className="label">{t('author.options', { number })}</legend>
      {options.map((option, place) => (
        <div key={place}>
          <BilingualField
            label={t('author.option', { number: place + 1 })}
            pointer={`${pointer}/${String(place)}/text`}
            value={option.text}
            max={300}
            onChange={(text) => {
              onChange(options.with(place, { ...option, text }));
            }}
          />
          <label className="small">
            <input
              type="radio"
              name={name}
              checked={option.right}
              onChange={() => {
                onChange(options.map((each, at) => ({ ...each, right: at === place })));
              }}
            />{' '}
            {t('author.bestOption', { number: place + 1 })}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
