import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '../api/context';
import type { HttpClient } from '../api/http';
import { forgetLaunch } from '../api/launch-session';
import { ApiError } from '../api/http';
import type { OpenRoundsApi } from '../api/openrounds';
import type { Session } from '../api/types';
import { readLocation, withRun } from './location';
import { SessionProvider } from './session-context';
import { SignIn } from './SignIn';
import { ErrorNotice } from './ErrorNotice';
import { recall, remember } from './storage';
import { useWords } from '../i18n/use-words';

type Gate =
  | { state: 'opening' | 'closed' }
  | { state: 'open'; session: Session }
  | { state: 'failed'; error: unknown };

/** A browser that signed in before may have a session still; the code of the address is then left for another. */
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

/** The open session where there may be one, else one for the code; null where there is neither. */
async function enter(api: OpenRoundsApi, code: string | null): Promise<Session | null> {
  const launched = api.launched();
  if (launched !== null) return launched;
  const mayBeOpen = code === null || recall(SIGNED_IN_BEFORE) !== null;
  const session = mayBeOpen ? await api.session() : null;
  return session ?? (code === null ? null : api.signIn(code));
}

/** Signs the browser in: by an open session, or by the start-up code of the address; else asks. */
export function SessionGate(props: {
  http: HttpClient;
  /** Called with the session that is open behind the gate, and with null when none is. */
  onSession?: (session: Session | null) => void;
  children: ReactNode;
}) {
  const { http, onSession, children } = props;
  const api = useApi();
  const { t } = useWords();
  const [gate, setGate] = useState<Gate>({ state: 'opening' });
  const started = useRef(false);
  const startCode = useRef<string | null>(null);
  const openedAt = useRef(0);

  const open = useCallback(async () => {
    setGate({ state: 'opening' });
    startCode.current ??= takeStartCode();
    try {
      const session = await enter(api, startCode.current);
      startCode.current = null;
      if (session !== null) remember(SIGNED_IN_BEFORE, 'yes');
      openedAt.current = Date.now();
      setGate(session === null ? { state: 'closed' } : { state: 'open', session });
    } catch (error) {
      const refused = isRefusal(error);
      // A try that found no server did not use the code up.
      if (refused) startCode.current = null;
      setGate(refused ? { state: 'closed' } : { state: 'failed', error });
    }
  }, [api]);

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    http.whenSignedOut(() => {
      forgetLaunch();
      http.useBearer(null);
      if (Date.now() - openedAt.current > REOPEN_AFTER_MS) void open();
      else setGate({ state: 'closed' });
    });
    void open();
  }, [http, open]);

  const session = gate.state === 'open' ? gate.session : null;
  useEffect(() => {
    onSession?.(session);
    return () => {
      onSession?.(null);
    };
  }, [session, onSession]);

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
          onOpen={(session) => {
            setGate({ state: 'open', session });
          }}
        />
      );
    case 'open':
      return <SessionProvider value={gate.session}>{children}</SessionProvider>;
  }
}
