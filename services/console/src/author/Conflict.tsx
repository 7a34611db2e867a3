import { ForkIcon } from '../app/icons';
import { useWords } from '../i18n/use-words';

/** Somebody saved another version while this one was written: nothing is lost, and a person decides. */
export function Conflict(props: { busy: boolean; onKeepMine: () => void; onTakeTheirs: () => void }) {
  const { t } = useWords();
  return (
    <div className="err" role="alert" data-testid="conflict">
      <ForkIcon />
      <div>
        <b>{t('author.conflict')}</b>
        <p>{t('author.conflictKept')}</p>
        <div className="submit">
          <button type="button" className="btn" disabled={props.busy} onClick={props.onKeepMine}>
            {t('author.keepMine')}
          </button>
          <button type="button" className="btn" disabled={props.busy} onClick={props.onTakeTheirs}>
            {t('author.takeTheirs')}
          </button>
        </div>
      </div>
    </div>
  );
}
