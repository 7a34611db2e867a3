import { useWords } from '../i18n/use-words';
import { Refused } from './Refused';
import type { Names } from './use-names';

/** Asks the platform for names, and says what came of it; nothing for who was not launched. */
export function AskNames({ asked }: { asked: Names }) {
  const { t } = useWords();
  const { mayAsk, ask, hide, isPending, error, outcome, names } = asked;
  if (!mayAsk) return null;
  const isRead = outcome === 'read';
  return (
    <div className="asked-names" data-names={outcome ?? 'unasked'}>
      <p>
        <button type="button" className="btn" aria-disabled={isPending} onClick={isRead ? hide : ask}>
          {t(isRead ? 'names.hide' : 'names.ask')}
        </button>{' '}
        <span className="small soft">{t('names.hint')}</span>
      </p>
      <p role="status">{outcome !== null && t(`names.outcome.${outcome}`, { count: names.size })}</p>
      {error !== null && <Refused error={error} onRetry={ask} />}
    </div>
  );
}
