import { useCallback, useEffect, useRef, useState } from 'react';
import { recallLaunch } from '../api/launch-session';
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
  /** A press whose meaning depends on the room: it is chosen when all presses before it are answered. */
  readonly pressWhat: (choose: (known: TeacherRoomState) => RoomAct | null) => void;
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
  /** The same as `state`, and not only from the next drawing on. */
  const newest = useRef<TeacherRoomState | null>(null);
  const change = useCallback((how: (known: TeacherRoomState | null) => TeacherRoomState | null) => {
    newest.current = how(newest.current);
    setState(newest.current);
  }, []);
  const take = useCallback(
    (arrived: TeacherRoomState) => {
      setAhead(clockAhead(arrived.serverNow, Date.now()));
      change((known) => newestFrame(known, arrived));
    },
    [change],
  );
  useConnection(code, locale, { take, setLink, change, setFault });
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
  const inTurn = useCallback((turn: () => Promise<TeacherRoomState | null>) => {
    const done = last.current.then(turn);
    // A press that failed does not keep those after it from their turn.
    last.current = done.catch(() => null);
    return done;
  }, []);
  const press = useCallback((act: RoomAct) => inTurn(() => carryOut(act)), [carryOut, inTurn]);
  const pressWhat = useCallback(
    (choose: (known: TeacherRoomState) => RoomAct | null) => {
      void inTurn(async () => {
        const act = newest.current === null ? null : choose(newest.current);
        return act === null ? null : carryOut(act);
      });
    },
    [carryOut, inTurn],
  );
  return { state, link, ahead, fault, busy, press, pressWhat };
}

interface Takers {
  readonly take: (state: TeacherRoomState) => void;
  readonly setLink: (link: Link) => void;
  readonly change: (how: (known: TeacherRoomState | null) => TeacherRoomState | null) => void;
  readonly setFault: (fault: unknown) => void;
}

function useConnection(code: string, locale: Locale, { take, setLink, change, setFault }: Takers): void {
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
        openStream<TeacherRoomState>(events, recallLaunch()?.token ?? null, listener, {
          onFrame: take,
          onTally: (tally) => {
            change((known) => known && withTally(known, tally));
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
  }, [api, change, code, locale, setFault, setLink, take]);
}
