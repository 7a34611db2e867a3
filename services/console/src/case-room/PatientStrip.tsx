import { type Ref } from 'react';
import { useDocumentTitle } from '../app/use-document-title';
import type { Age, Case, Patient, Sex } from '../api/types';
import { isChild } from '../format/age';
import { useWords } from '../i18n/use-words';
import type { Draft } from './draft';
import { PatientFacts } from './PatientFacts';

/** The end of a UUIDv7 is random, its start the time: the end tells two cases of one day apart. */
const shortId = (id: string): string => id.slice(-6).toUpperCase();

const titleOf = (sex: Sex, age: Age) => {
  if (sex === 'unknown') return 'title.person';
  const [girlOrWoman, boyOrMan] = isChild(age)
    ? (['title.girl', 'title.boy'] as const)
    : (['title.female', 'title.male'] as const);
  return sex === 'female' ? girlOrWoman : boyOrMan;
};

export function PatientStrip(props: {
  draft: Draft;
  patient: Patient;
  stored: Case | undefined;
  headline: Ref<HTMLHeadingElement>;
  onChange: () => void;
  onNew: () => void;
}) {
  const { t, age } = useWords();
  const { draft, patient, stored } = props;
  const title = stored?.title ?? (draft.title.trim() === '' ? null : draft.title);
  const described =
    patient.age === null
      ? t('title.untitled')
      : t(titleOf(patient.sex, patient.age), { age: age(patient.age) });
  useDocumentTitle(title ?? described);
  const setting = stored?.setting ?? draft.setting;
  const known = stored && t('patient.version', { id: shortId(stored.id), version: stored.version });
  return (
    <div className="strip">
      <div>
        <h1 ref={props.headline} tabIndex={-1} lang={stored?.language}>
          {title ?? described}
        </h1>
        <PatientFacts
          patient={patient}
          more={[
            [t('patient.setting'), setting === null ? t('patient.notGiven') : t(`patient.${setting}`)],
            ...(known === undefined ? [] : [[t('patient.case'), known] as const]),
          ]}
        />
      </div>
      <div className="acts">
        <button type="button" className="btn" onClick={props.onChange}>
          {t('narrative.change')}
        </button>
        <button type="button" className="btn" onClick={props.onNew}>
          {t('narrative.new')}
        </button>
      </div>
    </div>
  );
}
