import type { Run } from '../api/types';
import { useHasModel } from '../api/use-meta';
import { useWords } from '../i18n/use-words';
import { TutorPanel } from '../tutor/TutorPanel';

/** Questions about the run on the page. */
export function Tutor({ run }: { run: Run }) {
  const { t } = useWords();
  if (!useHasModel()) return null;
  return (
    <>
      <h3>{t('tutor.heading')}</h3>
      <TutorPanel about={{ kind: 'run', id: run.id }} run={run} choosesSocratic />
    </>
  );
}
