import { type Ref } from 'react';
import { useDocumentTitle } from '../app/use-document-title';
import type { Case, Patient } from '../api/types';
import { useWords } from '../i18n/use-words';
import type { Draft } from './draft';

/** The end of a UUIDv7 is random, its start the time: the end tells two cases of one day apart. */
const shortId = (id: string): string => id.slice(-6).toUpperCase();

export function PatientStrip(props: {
  draft: Draft;
  patient: Patient;
  stored: Case | undefined;
  headline: Ref<HTMLHeadingElement>;
  onChange: () => void;
  onNew: () => void;
}) {
  const { t, age: ageWords } = useWords();
  const { draft, patient, stored } = props;
  const age = patient.age === null ? null : ageWords(patient.age);
  const title = stored?.title ?? (draft.title.trim() === '' ? null : draft.title);
  const described =
    age === null
      ? t('title.untitled')
      : t(patient.sex === 'unknown' ? 'title.person' : `title.${patient.sex}`, { age });
  useDocumentTitle(title ?? described);
  const setting = stored?.setting ?? draft.setting;
  const facts: [string, string][] = [
    [t('patient.age'), age ?? t('patient.notGiven')],
    [t('patient.sex'), t(`patient.${patient.sex}`)],
    ...(patient.pregnant === true || patient.pregnant === false
      ? [[t('patient.pregnant'), patient.pregnant ? t('patient.yes') : t('patient.no')] as [string, string]]
      : []),
    [t('patient.setting'), setting === null ? t('patient.notGiven') : t(`patient.${setting}`)],
    ...(stored === undefined
      ? []
      : [
          [t('patient.case'), t('patient.version', { id: shortId(stored.id), version: stored.version })] as [
            string,
            string,
          ],
        ]),
  ];
  return (
    <div className="strip">
      <div>
        <h1 ref={props.headline} tabIndex={-1} lang={stored?.language}>
          {title ?? described}
        </h1>
        <dl aria-label={t('patient.label')}>
          {facts.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
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
