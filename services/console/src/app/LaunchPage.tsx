import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useApi } from '../api/context';
import { recallLaunch } from '../api/launch-session';
import type { LaunchPlace, LaunchSession } from '../api/types';
import { chooseLanguage } from '../i18n';
import { useWords } from '../i18n/use-words';
import { controlAddress } from '../lecture/lecture-address';
import { ErrorNotice } from './ErrorNotice';
import { assignmentAddress, attemptAddress, PATHS } from './location';
import { goTo } from './use-location';

/** Fetched by teachers who choose what their course links to. */
const ChoosePage = lazy(async () => ({ default: (await import('../assignments/ChoosePage')).ChoosePage }));

/** The ticket of the address, which it leaves at once. Which launch it is of stays: the page is framed by that. */
function takeTicket(): string {
  const ticket = location.hash.slice(1);
  history.replaceState(null, '', location.pathname + location.search);
  return ticket;
}

/** A choice that was begun in this tab: to come back to from other pages. */
function choiceBegun(): LaunchSession | null {
  const session = recallLaunch();
  const launchId = new URLSearchParams(location.search).get('of');
  return session?.launchId === launchId && session?.place.kind === 'choice' ? session : null;
}

function addressOf(place: Exclude<LaunchPlace, { kind: 'choice' | 'lecture' }>): string {
  switch (place.kind) {
    case 'attempt':
    case 'review':
      return attemptAddress(place.attemptId);
    case 'assignment':
      return assignmentAddress(place.assignmentId);
    case 'room':
    case 'library':
      return PATHS.library;
  }
}

/** Where a launch of a learning platform ends: the ticket becomes a session, and the page the one that was meant. */
export function LaunchPage() {
  const api = useApi();
  const { t } = useWords();
  const [error, setError] = useState<unknown>(null);
  const [choice, setChoice] = useState<{ launchId: string; multiple: boolean } | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const enter = async (): Promise<void> => {
      try {
        const ticket = takeTicket();
        const begunHere = ticket === '' ? choiceBegun() : null;
        const { launchId, language, place } = begunHere ?? (await api.launch(ticket));
        if (language !== null && begunHere === null) await chooseLanguage(language);
        if (place.kind === 'choice') {
          // No gate stands before this page, which opens the session of others.
          api.launched();
          setChoice({ launchId, multiple: place.multiple });
        } else if (place.kind === 'lecture') location.replace(controlAddress(place.code));
        else goTo(addressOf(place));
      } catch (reason) {
        setError(reason);
      }
    };
    void enter();
  }, [api]);
  const opening = (
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
  if (choice === null) return opening;
  return (
    <Suspense fallback={opening}>
      <ChoosePage {...choice} />
    </Suspense>
  );
}
