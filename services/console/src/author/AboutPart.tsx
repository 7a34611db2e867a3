import { NumberField, Input, Label } from 'react-aria-components';
import { DIFFICULTIES, KINDS, SETTINGS } from '../library/filter-cards';
import { useWords } from '../i18n/use-words';
import type { CaseForm } from './case-form';
import { useFieldChecks } from './checks-context';
import { BilingualField, LineField, PickerField, Said, SelectField } from './fields';
import type { PartProps } from './part-props';
import { useProblems } from './use-named';

const OLDEST = 120;

function Age({ form, change }: PartProps) {
  const { t } = useWords();
  const { checks, control, said, className } = useFieldChecks('/patient/ageYears');
  return (
    <div>
      <NumberField
        value={form.patient.ageYears ?? Number.NaN}
        minValue={0}
        maxValue={OLDEST}
        onChange={(value) => {
          const ageYears = Number.isNaN(value) ? null : value;
          change((before) => ({ ...before, patient: { ...before.patient, ageYears } }));
        }}
      >
        <Label className="label">{t('author.ageYears')}</Label>
        <Input className={className} id={control.id} aria-describedby={control['aria-describedby']} />
      </NumberField>
      <Said id={said} checks={checks} />
    </div>
  );
}

function Patient({ form, change }: PartProps) {
  const { t } = useWords();
  const { patient } = form;
  const write = (part: Partial<CaseForm['patient']>): void => {
    change((before) => ({ ...before, patient: { ...before.patient, ...part } }));
  };
  return (
    <fieldset className="fields">
      <legend className="label">{t('patient.label')}</legend>
      <Age form={form} change={change} />
      <SelectField
        label={t('patient.sex')}
        pointer="/patient/sex"
        value={patient.sex}
        options={(['female', 'male'] as const).map((value) => ({ value, label: t(`patient.${value}`) }))}
        onChange={(sex) => {
          write(sex === 'male' ? { sex, pregnant: undefined } : { sex });
        }}
      />
      {patient.sex === 'female' && (
        <SelectField
          label={t('patient.pregnant')}
          pointer="/patient/pregnant"
          value={patient.pregnant === undefined ? 'not-given' : patient.pregnant ? 'yes' : 'no'}
          options={[
            { value: 'not-given', label: t('patient.notGiven') },
            { value: 'yes', label: t('patient.yes') },
            { value: 'no', label: t('patient.no') },
          ]}
          onChange={(said) => {
            write({ pregnant: said === 'not-given' ? undefined : said === 'yes' });
          }}
        />
      )}
    </fieldset>
  );
}

/** Title, patient, problem, and under which licence the case may be used. */
export function AboutPart({ form, change }: PartProps) {
  const { t } = useWords();
  const problems = useProblems();
  const write = (part: Partial<CaseForm>): void => {
    change((before) => ({ ...before, ...part }));
  };
  return (
    <>
      <BilingualField
        label={t('author.title')}
        hint={t('author.titleHint')}
        pointer="/title"
        value={form.title}
        max={200}
        onChange={(title) => {
          write({ title });
        }}
      />
      <BilingualField
        label={t('author.teaser')}
        pointer="/teaser"
        value={form.teaser}
        rows={2}
        max={300}
        onChange={(teaser) => {
          write({ teaser });
        }}
      />
      <Patient form={form} change={change} />
      <div className="fields">
        <PickerField
          label={t('author.problem')}
          pointer="/presentingProblem"
          items={problems.items}
          value={form.presentingProblem}
          placeholder={t('author.findByName')}
          onChange={(presentingProblem) => {
            write({ presentingProblem });
          }}
        />
        <SelectField
          label={t('patient.setting')}
          pointer="/setting"
          value={form.setting}
          options={SETTINGS.map((value) => ({ value, label: t(`patient.${value}`) }))}
          onChange={(setting) => {
            write({ setting });
          }}
        />
        <SelectField
          label={t('author.kind')}
          pointer="/kind"
          value={form.kind ?? 'staged'}
          options={KINDS.filter((kind) => kind !== 'find-the-error' || form.drill !== undefined).map(
            (value) => ({ value, label: t(`library.kind.${value}`) }),
          )}
          onChange={(kind) => {
            write({ kind: kind === 'staged' ? undefined : kind });
          }}
        />
        <SelectField
          label={t('author.difficulty')}
          pointer="/difficulty"
          value={form.difficulty ?? 'not-given'}
          options={DIFFICULTIES.map((value) => ({ value, label: t(`library.difficulty.${value}`) }))}
          onChange={(difficulty) => {
            write({ difficulty: difficulty === 'not-given' ? undefined : difficulty });
          }}
        />
      </div>
      <div className="fields">
        <SelectField
          label={t('author.origin')}
          pointer="/origin"
          value={form.origin}
          options={(['fictional', 'consented'] as const).map((value) => ({
            value,
            label: t(`author.originIs.${value}`),
          }))}
          onChange={(origin) => {
            write({ origin });
          }}
        />
        <LineField
          label={t('author.by')}
          pointer="/author"
          value={form.author}
          max={120}
          onChange={(author) => {
            write({ author });
          }}
        />
        <LineField
          label={t('author.licence')}
          pointer="/licence"
          value={form.licence}
          max={80}
          onChange={(licence) => {
            write({ licence });
          }}
        />
      </div>
      <p>
        <label>
          <input
            type="checkbox"
            checked={form.patientAnswers === true}
            onChange={({ target }) => {
              write({ patientAnswers: target.checked || undefined });
            }}
          />{' '}
          {t('author.patientAnswers')}
        </label>
      </p>
    </>
  );
}
