import type { Attempt } from '../api/types';
import { useHasModel } from '../api/use-meta';
import { useWords } from '../i18n/use-words';
import { TutorPanel } from '../tutor/TutorPanel';

/** Questions about the engine's list, where the teacher lets learners ask. It stands with the feedback, and never before. */
export function AttemptTutor({ attempt: { id, tutor } }: { attempt: Attempt }) {
  const { t } = useWords();
  const hasModel = useHasModel();
  if (tutor === 'off' || !hasModel) return null;
  return (
    <section aria-labelledby="h-tutor">
      <h2 id="h-tutor">{t('tutor.heading')}</h2>
      {tutor === 'socratic' && <p>{t('tutor.leads')}</p>}
      <TutorPanel key={id} about={{ kind: 'attempt', id }} choosesSocratic={false} />
    </section>
  );
}
