import type { Patient } from '../api/types';
import { useWords } from '../i18n/use-words';

/** Age and sex, also where they are not known, pregnancy where it is, and what else there is to say. */
export function PatientFacts({
  patient,
  more = [],
}: {
  patient: Patient;
  more?: readonly (readonly [string, string])[];
}) {
  const { t, age } = useWords();
  const { pregnant } = patient;
  const facts: (readonly [string, string])[] = [
    [t('patient.age'), patient.age === null ? t('patient.notGiven') : age(patient.age)],
    [t('patient.sex'), t(`patient.${patient.sex}`)],
    ...(typeof pregnant === 'boolean'
      ? [[t('patient.pregnant'), t(pregnant ? 'patient.yes' : 'patient.no')] as const]
      : []),
    ...more,
  ];
  return (
    <dl className="facts" aria-label={t('patient.label')} data-testid="patient">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
