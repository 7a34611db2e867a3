import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Locale } from '../format/locale';
import { openStream } from '../room/open-stream';
import { browserStore } from './memory';
import { dropPage } from './offline/keep-page';
import { PhoneApi } from './phone-api';
import { PhoneRoom } from './phone-room';
import type { PhoneState } from './phone-state';

const RoomContext = createContext<PhoneRoom | null>(null);
export const PhoneRoomProvider = RoomContext.Provider;

const makeRoom = (code: string, language: Locale): PhoneRoom =>
  new PhoneRoom(
    {
      code,
      apiFor: (spoken) => new PhoneApi(code, spoken),
      listen: openStream,
      store: browserStore,
      random: Math.random,
      now: Date.now,
      dropPage,
    },
    language,
  );

/** The room of a code, in step with the server as long as the page shows it. */
export function useRoomOf(code: string, language: Locale): PhoneRoom {
  const [room] = useState(() => makeRoom(code, language));
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') room.wake();
    };
    room.start();
    addEventListener('online', wake);
    addEventListener('pageshow', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      room.stop();
      removeEventListener('online', wake);
      removeEventListener('pageshow', wake);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [room]);
  useEffect(() => {
    room.speak(language);
  }, [room, language]);
  return room;
}

/** Null on the page that asks for the code. */
export const useRoomIfAny = (): PhoneRoom | null => useContext(RoomContext);

const NOTHING = (): null => null;
const NEVER = () => () => undefined;

/** Whether the page shows a rehearsal. */
export function useIsRehearsal(): boolean {
  const room = useRoomIfAny();
  const state = useSyncExternalStore(room?.subscribe ?? NEVER, room?.snapshot ?? NOTHING);
  return (state?.frame ?? state?.door)?.rehearsal === true;
}

export function usePhoneRoom(): PhoneRoom {
  const room = useRoomIfAny();
  if (room === null) throw new Error('usePhoneRoom needs a room above it');
  return room;
}

export function usePhoneState(): PhoneState {
  const room = usePhoneRoom();
  return useSyncExternalStore(room.subscribe, room.snapshot);
}
