import { useState } from 'react';
import { useApi } from '../api/context';
import { useWords } from '../i18n/use-words';
import { forgetDrafts, hasDrafts } from './drafts';
import { PATHS } from './location';

/** In a frame of a learning platform only the page stands that was launched, and the platform says who is signed in. */
const IS_FRAMED = window.top !== window;

/** Ends the session of this browser, and what it left in it. */
export function SignOut({ subject }: { subject: string }) {
  const api = useApi();
  const { t } = useWords();
  const [failed, setFailed] = useState(false);
  if (IS_FRAMED) return null;

  async function signOut(): Promise<void> {
    if (hasDrafts(subject) && !confirm(t('signOut.drafts'))) return;
    try {
      await api.signOut();
    } catch {
      setFailed(true);
      return;
    }
    forgetDrafts(subject);
    // A document of its own: nothing of what was shown stays in the memory of this one.
    location.replace(PATHS['case-room']);
  }

  return (
    <>
      {failed && <span role="alert">{t('signOut.failed')}</span>}
      <button type="button" className="link" onClick={() => void signOut()}>
        {t('signOut.submit')}
      </button>
    </>
  );
}
