import { useCallback, useEffect, useRef, useState } from 'react';
import type { Locale } from '../format/locale';
import { type Link, RoomConnection } from '../room/connection';
import { newestFrame, withTally } from '../room/frames';
import { openStream } from '../room/open-stream';
import { clockAhead } from '../room/time';
import type { TeacherRoomState } from '../room/types';
import type { RoomAct } from './acts';
import { useLectureApi } from './context';
import { useLectureWords } from './use-lecture-words';

export interface LectureRoom {
  readonly state: TeacherRoomState | null;
  readonly link: Link;
  /** Milliseconds that the server's clock is ahead. */
  readonly ahead: number;
  /** Why the last press did nothing; null where it was carried out. */
  readonly fault: unknown;
  readonly busy: boolean;
  /** The room as it is after the press; null where it was refused. */
  readonly press: (act: RoomAct) => Promise<TeacherRoomState | null>;
}

/** A room that one leads, in step with the server. */
export function useLectureRoom(code: string): LectureRoom {
  const api = useLectureApi();
  const { locale } = useLectureWords();
  const [state, setState] = useState<TeacherRoomState | null>(null);
  const [link, setLink] = useState<Link>('connecting');
  const [ahead, setAhead] = useState(0);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const take = useCallback((arrived: TeacherRoomState) => {
    setAhead(clockAhead(arrived.serverNow, Date.now()));
    setState((known) => newestFrame(known, arrived));
  }, []);
  useConnection(code, locale, { take, setLink, setState, setFault });
  // One after another: the stream may show what a press did before its own answer is there, and the next one come then.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const carryOut = useCallback(
    async (act: RoomAct) => {
      setBusy(true);
      try {
        const after = await api.act(code, act, locale);
        take(after);
        setFault(null);
        return after;
      } catch (error) {
        setFault(error);
        return null;
      } finally {
        setBusy(false);
      }
    },
    [api, code, locale, take],
  );
  const press = useCallback(
    (act: RoomAct) => {
      const done = last.current.then(() => carryOut(act));
      last.current = done;
      return done;
    },
    [carryOut],
  );
  return { state, link, ahead, fault, busy, press };
}

interface Takers {
  readonly take: (state: TeacherRoomState) => void;
  readonly setLink: (link: Link) => void;
  readonly setState: (change: (known: TeacherRoomState | null) => TeacherRoomState | null) => void;
  readonly setFault: (fault: unknown) => void;
}

function useConnection(code: string, locale: Locale, { take, setLink, setState, setFault }: Takers): void {
  const api = useLectureApi();
  useEffect(() => {
    const events = `/v1/rooms/${code}/events?lang=${locale}&as=teacher`;
    const connection = new RoomConnection({
      look: async () => {
        try {
          take(await api.state(code, locale));
        } catch (error) {
          setFault(error);
          throw error;
        }
      },
      listen: (listener) =>
        openStream<TeacherRoomState>(events, listener, {
          onFrame: take,
          onTally: (tally) => {
            setState((known) => known && withTally(known, tally));
          },
        }),
      onLink: (link) => {
        setLink(link);
        if (link === 'live' || link === 'polling') setFault(null);
      },
      random: Math.random,
    });
    const wake = () => {
      connection.wake();
    };
    connection.start();
    addEventListener('online', wake);
    return () => {
      removeEventListener('online', wake);
      connection.stop();
    };
  }, [api, code, locale, setFault, setLink, setState, take]);
}
