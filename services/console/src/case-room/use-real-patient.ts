import { useState } from 'react';
import { type Draft, textOf } from './draft';
import { identitiesIn, realPatientQuestion } from './real-patient';
import { usePreview } from './use-preview';

/** The question whether a text tells of a real patient, and how it is answered. It lives as long as the form. */
export function useRealPatient(draft: Draft) {
  const { read, reading, failed } = usePreview(draft);
  const [confirmedFor, setConfirmedFor] = useState(0);
  const identities = identitiesIn(read?.understood.masked ?? []);
  const question = realPatientQuestion({
    hasText: textOf(draft) !== '',
    reading,
    failed,
    identities,
    confirmedFor,
  });
  return {
    question,
    identities,
    confirm: (fictional: boolean) => {
      setConfirmedFor(fictional ? Math.max(identities, 1) : 0);
    },
  };
}
