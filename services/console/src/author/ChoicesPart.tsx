import { useMemo } from 'react';
import { useWords } from '../i18n/use-words';
import { type CaseChoice, MOST_CHOICES, VERDICTS, withChoices } from './case-form';
import { useFieldChecks } from './checks-context';
import { BilingualField, PickerField, Said, SelectField } from './fields';
import type { PartProps } from './part-props';
import { type NamedList, useTests } from './use-named';

const NONE: readonly CaseChoice[] = [];

function Choice(props: {
  choice: CaseChoice;
  pointer: string;
  tests: NamedList;
  onChange: (choice: CaseChoice) => void;
  onRemove: () => void;
}) {
  const { t } = useWords();
  const { choice, pointer, tests, onChange } = props;
  const name = tests.nameOf(choice.testId);
  const { checks, control, said } = useFieldChecks(`${pointer}/testId`);
  return (
    <div className="entry" data-choice={choice.testId}>
      <div className="fields choice-head">
        <p id={control.id} tabIndex={-1} aria-describedby={control['aria-describedby']}>
          <b>{name}</b>
        </p>
        <SelectField
          label={t('author.verdictOf', { name })}
          pointer={`${pointer}/verdict`}
          value={choice.verdict}
          options={VERDICTS.map((value) => ({ value, label: t(`author.verdict.${value}`) }))}
          onChange={(verdict) => {
            onChange({ ...choice, verdict });
          }}
        />
      </div>
      <Said id={said} checks={checks} />
      <BilingualField
        label={t('author.verdictWhy', { name })}
        pointer={`${pointer}/why`}
        value={choice.why}
        max={600}
        onChange={(why) => {
          onChange({ ...choice, why });
        }}
      />
      <button type="button" className="link small" onClick={props.onRemove}>
        {t('author.takeOut', { name })}
      </button>
    </div>
  );
}

/** The tests of which a class may choose after a stage, with the author's verdict on each: a vote is judged by them. */
export function ChoicesPart({ form, change, place }: PartProps & { place: number }) {
  const { t } = useWords();
  const tests = useTests();
  const pointer = `/choices/${String(place)}`;
  const { checks, said } = useFieldChecks(pointer);
  const choices = form.choices?.[place] ?? NONE;
  const write = (next: readonly CaseChoice[]): void => {
    change((before) => withChoices(before, place, next));
  };
  const { items } = tests;
  const free = useMemo(
    () => items.filter(({ id }) => !choices.some(({ testId }) => testId === id)),
    [items, choices],
  );
  const hasBest = choices.length === 0 || choices.some(({ verdict }) => verdict === 'best');
  return (
    <section aria-labelledby="h-choices">
      <h3 id="h-choices">{t('author.choices')}</h3>
      <p className="small mute">{t('author.choicesHint')}</p>
      {choices.map((choice, at) => (
        <Choice
          key={choice.testId}
          choice={choice}
          pointer={`${pointer}/${String(at)}`}
          tests={tests}
          onChange={(changed) => {
            write(choices.with(at, changed));
          }}
          onRemove={() => {
            write(choices.toSpliced(at, 1));
          }}
        />
      ))}
      {!hasBest && (
        <p className="caution small" role="status">
          {t('author.noBest')}
        </p>
      )}
      <Said id={said} checks={checks} />
      {choices.length < MOST_CHOICES && (
        <PickerField
          key={choices.length}
          label={t('author.addChoice')}
          pointer={`${pointer}/-`}
          items={free}
          value=""
          placeholder={t('author.findByName')}
          onChange={(testId) => {
            write([...choices, { testId, verdict: 'acceptable' }]);
          }}
        />
      )}
    </section>
  );
}
