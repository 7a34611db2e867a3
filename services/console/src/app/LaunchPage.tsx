import { useEffect, useRef, useState } from 'react';
import { useApi } from '../api/context';
import type { LaunchPlace } from '../api/types';
import { chooseLanguage } from '../i18n';
import { useWords } from '../i18n/use-words';
import { ErrorNotice } from './ErrorNotice';
import { assignmentAddress, attemptAddress, PATHS } from './location';
import { goTo } from './use-location';

/** The ticket of the address, which it leaves at once. */
function takeTicket(): string {
  const ticket = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  return ticket;
}

function addressOf(place: LaunchPlace): string {
  switch (place.kind) {
    case 'attempt':
      return attemptAddress(place.attemptId);
    case 'assignment':
      return assignmentAddress(place.assignmentId);
    case 'library':
      return PATHS.library;
  }
}

/** Where a launch of a learning platform ends: the ticket becomes a session, and the page the one that was meant. */
export function LaunchPage() {
  const api = useApi();
  const { t } = useWords();
  const [error, setError] = useState<unknown>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const enter = async (): Promise<void> => {
      try {
        const { language, place } = await api.launch(takeTicket());
        if (language !== null) await chooseLanguage(language);
        goTo(addressOf(place));
      } catch (reason) {
        setError(reason);
      }
    };
    void enter();
  }, [api]);
  return (
    <main className="wrap" id="main">
      {error === null ? (
        <p className="progress" role="status">
          {t('launch.opening')}
        </p>
      ) : (
        <ErrorNotice error={error} safe={t('launch.again')} />
      )}
    </main>
  );
}
