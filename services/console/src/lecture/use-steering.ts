import { useEffect, useRef, useState } from 'react';
import type { RoomLayer, TeacherRoomState } from '../room/types';
import { backPress, type Circumstances, layerPress, nextPress, type Press } from './next-press';
import type { LectureRoom } from './use-lecture-room';

export interface Steering {
  readonly next: () => void;
  readonly back: () => void;
  readonly layer: (layer: RoomLayer) => void;
  /** Whether a reveal waits for answers that are on their way. */
  readonly waiting: boolean;
}

/** Forward, back and layers; a reveal that comes within three seconds of the close waits by itself. */
export function useSteering({ ahead, pressWhat }: LectureRoom, hasStageKey: boolean): Steering {
  const [waiting, setWaiting] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef({ ahead, hasStageKey });
  useEffect(() => {
    latest.current = { ahead, hasStageKey };
  }, [ahead, hasStageKey]);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      if (timer.current !== null) clearTimeout(timer.current);
    };
  }, []);
  const waitNoMore = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setWaiting(false);
  };
  const go = (what: (state: TeacherRoomState, circumstances: Circumstances) => Press): void => {
    waitNoMore();
    pressWhat((known) => {
      // A press before this one may have begun to wait since, when its turn came: the later press takes it back.
      waitNoMore();
      const { ahead: clock, hasStageKey: keyed } = latest.current;
      const pressed = what(known, { now: Date.now() + clock, hasStageKey: keyed });
      if (pressed.kind === 'wait' && !left.current) {
        setWaiting(true);
        timer.current = setTimeout(() => {
          go(what);
        }, pressed.milliseconds);
      }
      return pressed.kind === 'act' ? pressed.act : null;
    });
  };
  return {
    next: () => {
      go(nextPress);
    },
    back: () => {
      go(backPress);
    },
    layer: (layer) => {
      go((known, circumstances) => layerPress(layer, known, circumstances));
    },
    waiting,
  };
}
