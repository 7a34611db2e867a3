import { ProblemDetails } from '../app/ErrorNotice';
import { MinusIcon } from '../app/icons';
import type { Run } from '../api/types';
import { isOver } from '../api/use-run';
import { useWords } from '../i18n/use-words';

function useProgressText(run: Run): string {
  const { t, percent } = useWords();
  const count = run.understood?.findings.length ?? 0;
  const first = run.differential[0];
  if (run.status === 'failed') return t('progress.failed');
  if (run.status === 'completed') {
    if (first === undefined) return '';
    return run.sufficiency?.level === 'too-little'
      ? t('progress.readyWithoutNumbers')
      : t('progress.ready', { name: first.name, probability: percent(first.probability) });
  }
  if (run.differential.length > 0) return t('progress.finishing');
  if (run.understood !== null) return t('progress.ranking', { count });
  return run.status === 'queued' ? t('progress.queued') : t('progress.reading', { count });
}

/** Where the run stands. At the end only a screen reader hears it; the list speaks for itself. */
export function RunProgress({ run }: { run: Run }) {
  const text = useProgressText(run);
  return (
    <p
      className={isOver(run) ? 'vh' : 'progress'}
      role="status"
      data-status={run.status}
      data-testid="run-status"
    >
      {text}
    </p>
  );
}

export function RunFailed({ run, onChange }: { run: Run; onChange: () => void }) {
  const { t } = useWords();
  return (
    <div className="err" role="alert">
      <MinusIcon />
      <div>
        <b>{t('error.runFailed')}</b>
        <p>{t('error.runFailedKept')}</p>
        {run.problem !== undefined && <ProblemDetails problem={run.problem} />}
        <button type="button" className="btn" onClick={onChange}>
          {t('narrative.change')}
        </button>
      </div>
    </div>
  );
}
