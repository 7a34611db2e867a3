import type { ReactNode } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Language, Named } from '../api/types';
import { useWords } from '../i18n/use-words';
import type { BilingualText } from './case-form';
import { useCheckWords, useFieldChecks } from './checks-context';
import { isMistake, type ToldCheck } from './told-checks';

const LANGUAGES = [
  { language: 'en', name: 'English' },
  { language: 'zh', name: '中文' },
] as const satisfies readonly { language: Language; name: string }[];

/** What the checks say of a field, under it. */
export function Said({ id, checks }: { id?: string; checks: readonly ToldCheck[] }) {
  const words = useCheckWords();
  if (checks.length === 0) return null;
  return (
    <ul className="said" id={id}>
      {checks.map((check) => (
        <li
          key={check.code + check.pointer + check.message}
          className={isMistake(check) ? 'fault' : 'caution'}
        >
          {words(check)}
        </li>
      ))}
    </ul>
  );
}

function OneLanguage(props: {
  label: string;
  language: (typeof LANGUAGES)[number];
  pointer: string;
  value: string;
  rows: number;
  max: number;
  onChange: (value: string) => void;
}) {
  const { language, name } = props.language;
  const { checks, control, said, className } = useFieldChecks(`${props.pointer}/${language}`);
  const shared = {
    ...control,
    className,
    lang: language,
    maxLength: props.max,
    value: props.value,
    'aria-label': `${props.label} (${name})`,
  };
  return (
    <div>
      <span className="tongue" lang={language} aria-hidden="true">
        {name}
      </span>
      {props.rows === 1 ? (
        <input
          {...shared}
          autoComplete="off"
          onChange={(event) => {
            props.onChange(event.target.value);
          }}
        />
      ) : (
        <textarea
          {...shared}
          rows={props.rows}
          onChange={(event) => {
            props.onChange(event.target.value);
          }}
        />
      )}
      <Said id={said} checks={checks} />
    </div>
  );
}

/** A text in both languages, side by side where there is room; either may stay empty. */
export function BilingualField(props: {
  label: string;
  hint?: string;
  pointer: string;
  value: BilingualText | undefined;
  rows?: number;
  max: number;
  onChange: (value: BilingualText) => void;
  children?: ReactNode;
}) {
  const { label, pointer, value = {}, rows = 1, max } = props;
  const { checks, control, said } = useFieldChecks(pointer);
  return (
    <div
      className="bilingual"
      role="group"
      aria-label={label}
      id={control.id}
      tabIndex={-1}
      aria-describedby={control['aria-describedby']}
    >
      <p className="label">{label}</p>
      {props.hint !== undefined && <p className="small mute">{props.hint}</p>}
      <div className="pair">
        {LANGUAGES.map((language) => (
          <OneLanguage
            key={language.language}
            label={label}
            language={language}
            pointer={pointer}
            value={value[language.language] ?? ''}
            rows={rows}
            max={max}
            onChange={(text) => {
              props.onChange({ ...value, [language.language]: text });
            }}
          />
        ))}
      </div>
      <Said id={said} checks={checks} />
      {props.children}
    </div>
  );
}

export function LineField(props: {
  label: string;
  hint?: string;
  pointer: string;
  value: string;
  max: number;
  required?: boolean;
  onChange: (value: string) => void;
}) {
  const { hint } = props;
  const { checks, control, said, className } = useFieldChecks(props.pointer);
  const hintId = `${control.id}-hint`;
  const describedBy = [hint === undefined ? undefined : hintId, control['aria-describedby']];
  return (
    <div>
      <label className="label" htmlFor={control.id}>
        {props.label}
      </label>
      <input
        {...control}
        aria-describedby={describedBy.filter((id) => id !== undefined).join(' ') || undefined}
        aria-required={props.required}
        className={className}
        maxLength={props.max}
        autoComplete="off"
        value={props.value}
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      />
      {hint !== undefined && (
        <p className="small mute" id={hintId}>
          {hint}
        </p>
      )}
      <Said id={said} checks={checks} />
    </div>
  );
}

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** One of a few, as a list to choose from. */
export function SelectField<T extends string>(props: {
  label: string;
  pointer: string;
  value: T;
  options: readonly SelectOption<T>[];
  onChange: (value: T) => void;
}) {
  const { checks, control, said, className } = useFieldChecks(props.pointer);
  return (
    <div>
      <label className="label" htmlFor={control.id}>
        {props.label}
      </label>
      <select
        {...control}
        className={className}
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find(({ value }) => value === event.target.value);
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Said id={said} checks={checks} />
    </div>
  );
}

/** One of many by name: type to find it. */
export function PickerField(props: {
  label: string;
  pointer: string;
  items: readonly Named[];
  value: string;
  placeholder?: string;
  onChange: (id: string) => void;
}) {
  const { t } = useWords();
  const { checks, control, said, className } = useFieldChecks(props.pointer);
  return (
    <div className="combo">
      <ComboBox
        selectedKey={props.value === '' ? null : props.value}
        onSelectionChange={(key) => {
          if (key !== null) props.onChange(String(key));
        }}
        defaultItems={props.items}
        // The list closes when the page scrolls, as it does when something comes in above: what is typed stays.
        allowsCustomValue={props.value === ''}
        allowsEmptyCollection
        menuTrigger="focus"
        isInvalid={control['aria-invalid'] === true}
      >
        <Label className="label">{props.label}</Label>
        <Input
          className={className}
          id={control.id}
          aria-describedby={control['aria-describedby']}
          placeholder={props.placeholder}
        />
        <Popover className="combo-list">
          <ListBox<Named>
            renderEmptyState={() => <p className="combo-empty">{t('author.nothingOfThatName')}</p>}
          >
            {(item) => (
              <ListBoxItem id={item.id} textValue={item.name}>
                {item.name}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <Said id={said} checks={checks} />
    </div>
  );
}

/** Several of many: what is chosen stands as a list with a way to take it out, and the picker adds to it. */
export function PickerList(props: {
  label: string;
  hint?: string;
  pointer: string;
  items: readonly Named[];
  nameOf: (id: string) => string;
  value: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const { t } = useWords();
  const { checks, said } = useFieldChecks(props.pointer, true);
  const free = props.items.filter(({ id }) => !props.value.includes(id));
  return (
    <div className="picks">
      <PickerField
        key={props.value.join()}
        label={props.label}
        pointer={`${props.pointer}/-`}
        items={free}
        value=""
        placeholder={t('author.addByName')}
        onChange={(id) => {
          props.onChange([...props.value, id]);
        }}
      />
      {props.hint !== undefined && <p className="small mute">{props.hint}</p>}
      {props.value.length > 0 && (
        <ul>
          {props.value.map((id) => (
            <li key={id}>
              <span>{props.nameOf(id)}</span>
              <button
                type="button"
                className="x"
                aria-label={t('author.takeOut', { name: props.nameOf(id) })}
                onClick={() => {
                  props.onChange(props.value.filter((each) => each !== id));
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Said id={said} checks={checks} />
    </div>
  );
}
