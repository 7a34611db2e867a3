import type { Attempt } from '../api/types';
import { useWords } from '../i18n/use-words';
import { TutorPanel } from '../tutor/TutorPanel';

/** Questions about the engine's list, where the teacher lets learners ask. It stands with the feedback, and never before. */
export function AttemptTutor({ attempt: { id, tutor } }: { attempt: Attempt }) {
  const { t } = useWords();
  if (tutor === 'off') return null;
  return (
    <section aria-labelledby="h-tutor">
      <h2 id="h-tutor">{t('tutor.heading')}</h2>
      {tutor === 'socratic' && <p>{t('tutor.leads')}</p>}
      <TutorPanel key={id} about={{ kind: 'attempt', id }} choosesSocratic={false} />
    </section>
  );
}
