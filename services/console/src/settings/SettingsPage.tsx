import { ErrorNotice } from '../app/ErrorNotice';
import { useSession } from '../app/session-context';
import { useDocumentTitle } from '../app/use-document-title';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { READING_SETTINGS, useLanguageModelSettings } from './use-language-model-settings';

/** What the language model reads of the texts of cases, and what becomes of it. */
function ReadingSetting() {
  const { t } = useWords();
  const { settings, error, refetch, choose, isSaving, refused } = useLanguageModelSettings();
  if (settings === undefined) {
    return error === null ? (
      <Skeleton />
    ) : (
      <ErrorNotice error={error} safe={t('settings.unchanged')} onRetry={refetch} />
    );
  }
  return (
    <fieldset data-testid="reading-setting" aria-busy={isSaving}>
      <legend>{t('settings.reading')}</legend>
      {READING_SETTINGS.map((reading) => (
        <p key={reading}>
          <label>
            <input
              type="radio"
              name="reading"
              value={reading}
              checked={settings.reading === reading}
              onChange={() => {
                choose(reading);
              }}
            />{' '}
            <b>{t(`settings.${reading}`)}</b>
          </label>
          <br />
          <span className="small mute">{t(`settings.${reading}Detail`)}</span>
        </p>
      ))}
      {refused !== null && <ErrorNotice error={refused} safe={t('settings.unchanged')} />}
    </fieldset>
  );
}

/** What an institution decides about the language model: for its administrators. */
export function SettingsPage() {
  const { t } = useWords();
  const { role } = useSession();
  useDocumentTitle(t('settings.heading'));
  return (
    <main className="wrap settings" id="main">
      <div className="strip">
        <div>
          <h1>{t('settings.heading')}</h1>
          <p className="lede">{t(role === 'admin' ? 'settings.lede' : 'settings.adminsOnly')}</p>
        </div>
      </div>
      {role === 'admin' && (
        <>
          <section aria-label={t('settings.reading')}>
            <ReadingSetting />
          </section>
          <section aria-labelledby="h-leaves">
            <h2 id="h-leaves">{t('settings.leaves')}</h2>
            <ul>
              <li>{t('settings.leavesOpinion')}</li>
              <li>{t('settings.leavesTexts')}</li>
              <li>{t('settings.leavesAsked')}</li>
              <li>{t('settings.leavesNever')}</li>
            </ul>
          </section>
        </>
      )}
    </main>
  );
}
