import { Input, Label, NumberField, Radio, RadioGroup } from 'react-aria-components';
import type { Age, Setting, Sex } from '../api/types';
import { useWords } from '../i18n/use-words';
import type { Draft } from './draft';

const AGE_UNITS = ['a', 'mo', 'wk', 'd'] as const satisfies readonly Age['unit'][];
const OLDEST: Readonly<Record<Age['unit'], number>> = { a: 130, mo: 1560, wk: 6783, d: 47482 };
const SEXES = ['female', 'male', 'unknown'] as const satisfies readonly Sex[];
const SETTINGS = ['emergency', 'primary-care', 'inpatient'] as const satisfies readonly Setting[];
const NOT_GIVEN = 'not-given';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}
function Options<T extends string>(props: {
  label: string;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
}) {
  return (
    <RadioGroup
      value={props.value}
      orientation="horizontal"
      onChange={(value) => {
        const chosen = props.options.find((option) => option.value === value);
        if (chosen !== undefined) props.onChange(chosen.value);
      }}
    >
      <Label className="label">{props.label}</Label>
      <div className="options">
        {props.options.map(({ value, label }) => (
          <Radio key={value} value={value} className="option">
            {label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** Everything here may stay "not given": the text often says it, and what nobody knows is not guessed. */
export function PatientFields({
  draft,
  onWrite,
}: {
  draft: Draft;
  onWrite: (change: Partial<Draft>) => void;
}) {
  const { t } = useWords();
  const unit = draft.age?.unit ?? 'a';
  const notGiven = { value: NOT_GIVEN, label: t('patient.notGiven') } as const;
  return (
    <fieldset>
      <legend className="label">{t('start.about')}</legend>
      <div className="row">
        <NumberField
          value={draft.age?.value ?? Number.NaN}
          minValue={0}
          maxValue={OLDEST[unit]}
          onChange={(value) => {
            onWrite({ age: Number.isNaN(value) ? null : { value, unit } });
          }}
        >
          <Label className="label">{t('patient.age')}</Label>
          <div className="age">
            <Input className="field" />
            <select
              className="field"
              aria-label={t('patient.ageUnit')}
              value={unit}
              onChange={(event) => {
                const chosen = AGE_UNITS.find((candidate) => candidate === event.target.value) ?? 'a';
                if (draft.age !== null) onWrite({ age: { value: draft.age.value, unit: chosen } });
              }}
            >
              {AGE_UNITS.map((code) => (
                <option key={code} value={code}>
                  {t(`units.ageUnit.${code}`)}
                </option>
              ))}
            </select>
          </div>
        </NumberField>
        <Options
          label={t('patient.sex')}
          value={draft.sex}
          options={SEXES.map((value) => ({ value, label: t(`patient.${value}`) }))}
          onChange={(sex) => {
            onWrite(sex === 'female' ? { sex } : { sex, pregnant: null });
          }}
        />
        {draft.sex === 'female' && (
          <Options
            label={t('patient.pregnant')}
            value={draft.pregnant === null ? NOT_GIVEN : draft.pregnant ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: t('patient.yes') },
              { value: 'no', label: t('patient.no') },
              notGiven,
            ]}
            onChange={(value) => {
              onWrite({ pregnant: value === NOT_GIVEN ? null : value === 'yes' });
            }}
          />
        )}
        <Options
          label={t('patient.setting')}
          value={draft.setting ?? NOT_GIVEN}
          options={[...SETTINGS.map((value) => ({ value, label: t(`patient.${value}`) })), notGiven]}
          onChange={(value) => {
            onWrite({ setting: value === NOT_GIVEN ? null : value });
          }}
        />
      </div>
    </fieldset>
  );
}
