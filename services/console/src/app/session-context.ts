import { createContext, useContext } from 'react';
import type { Session } from '../api/types';

/** Who is signed in; null outside of the gate. */
const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs the session gate above it');
  return session;
}
