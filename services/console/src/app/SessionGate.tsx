import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '../api/context';
import type { HttpClient } from '../api/http';
import { ApiError } from '../api/http';
import { readLocation, withRun } from './location';
import { SignIn } from './SignIn';
import { ErrorNotice } from './ErrorNotice';
import { recall, remember } from './storage';
import { useWords } from '../i18n/use-words';

type Gate = { state: 'opening' | 'open' | 'closed' } | { state: 'failed'; error: unknown };

/** A browser that never signed in has no session to ask for. */
const SIGNED_IN_BEFORE = 'openrounds.signed-in';

/** A session lost sooner than this after it was opened is not opened again by itself: that would go round in circles. */
const REOPEN_AFTER_MS = 30_000;

const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && error.status >= 400 && error.status < 500;

/** The start-up code is good once: it leaves the address bar before anything else happens. */
function takeStartCode(): string | null {
  const { startCode, runId } = readLocation(location.href);
  if (startCode !== null) history.replaceState(null, '', withRun(location.href, runId));
  return startCode;
}

/** Signs the browser in: by start-up code, by an open session, or as the local person; else asks. */
export function SessionGate({ http, children }: { http: HttpClient; children: ReactNode }) {
  const api = useApi();
  const { t } = useWords();
  const [gate, setGate] = useState<Gate>({ state: 'opening' });
  const started = useRef(false);
  const openedAt = useRef(0);

  const open = useCallback(async () => {
    setGate({ state: 'opening' });
    try {
      const code = takeStartCode();
      const session = code === null && recall(SIGNED_IN_BEFORE) !== null ? await api.session() : null;
      if (session === null) await api.signIn(code ?? undefined);
      remember(SIGNED_IN_BEFORE, 'yes');
      openedAt.current = Date.now();
      setGate({ state: 'open' });
    } catch (error) {
      setGate(isRefusal(error) ? { state: 'closed' } : { state: 'failed', error });
    }
  }, [api]);

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    http.whenSignedOut(() => {
      if (Date.now() - openedAt.current > REOPEN_AFTER_MS) void open();
      else setGate({ state: 'closed' });
    });
    void open();
  }, [http, open]);

  switch (gate.state) {
    case 'opening':
      return (
        <main className="wrap" id="main">
          <p className="progress" role="status">
            {t('signIn.opening')}
          </p>
        </main>
      );
    case 'failed':
      return (
        <main className="wrap" id="main">
          <ErrorNotice error={gate.error} onRetry={() => void open()} />
        </main>
      );
    case 'closed':
      return (
        <SignIn
          onOpen={() => {
            setGate({ state: 'open' });
          }}
        />
      );
    case 'open':
      return children;
  }
}
