import { type FormEvent, useState } from 'react';
import { useApi } from '../api/context';
import { ApiError } from '../api/http';
import type { Session } from '../api/types';
import { useWords } from '../i18n/use-words';
import { ErrorNotice } from './ErrorNotice';

/** As the terminal prints it: groups of four letters and digits. */
const START_CODE = /^[0-9a-z]{4}(?:-[0-9a-z]{4}){2}$/i;

export function SignIn({ onOpen }: { onOpen: (session: Session) => void }) {
  const api = useApi();
  const { t } = useWords();
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<unknown>(null);
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault();
    const given = secret.trim();
    try {
      // One field for both: they are told apart by their form, so that a key does not count as a wrong code.
      const session = START_CODE.test(given) ? api.signIn(given.toUpperCase()) : api.signInWithKey(given);
      onOpen(await session);
    } catch (failure) {
      setError(failure);
    }
  }

  return (
    <main className="wrap sign-in" id="main">
      <h1>{t('signIn.heading')}</h1>
      <p className="lede">{t('signIn.lede')}</p>
      <form onSubmit={(event) => void enter(event)}>
        <label className="label" htmlFor="secret">
          {t('signIn.field')}
        </label>
        <input
          id="secret"
          className={refused ? 'field bad' : 'field'}
          type="password"
          autoComplete="off"
          required
          value={secret}
          aria-invalid={refused}
          aria-describedby={refused ? 'secret-fault' : undefined}
          onChange={(event) => {
            setSecret(event.target.value);
          }}
        />
        {refused && (
          <p className="fault" id="secret-fault" role="alert">
            {t('signIn.refused')}
          </p>
        )}
        {error !== null && !refused && <ErrorNotice error={error} />}
        <button type="submit" className="btn primary">
          {t('signIn.submit')}
        </button>
      </form>
    </main>
  );
}
