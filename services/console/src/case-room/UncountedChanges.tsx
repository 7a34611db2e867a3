import { useWords } from '../i18n/use-words';

/** What was corrected counts in the next run only; until then the page says so. */
export function UncountedChanges(props: {
  count: number;
  sending: boolean;
  onRank: () => void;
  onUndo: () => void;
}) {
  const { t } = useWords();
  return (
    <div className="changes" role="status">
      <p>{props.count > 0 ? t('pending.text', { count: props.count }) : t('pending.textChanged')}</p>
      <div>
        <button type="button" className="link" onClick={props.onUndo}>
          {t('pending.undo')}
        </button>
        <button type="button" className="btn primary" aria-disabled={props.sending} onClick={props.onRank}>
          {t('pending.again')}
        </button>
      </div>
    </div>
  );
}
