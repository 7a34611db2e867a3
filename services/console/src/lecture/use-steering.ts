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
export function useSteering({ state, ahead, press }: LectureRoom, hasStageKey: boolean): Steering {
  const [waiting, setWaiting] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef({ state, ahead, hasStageKey });
  useEffect(() => {
    latest.current = { state, ahead, hasStageKey };
  }, [state, ahead, hasStageKey]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  const go = (what: (state: TeacherRoomState, circumstances: Circumstances) => Press): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setWaiting(false);
    const { state: known, ahead: clock, hasStageKey: keyed } = latest.current;
    if (known === null) return;
    const pressed = what(known, { now: Date.now() + clock, hasStageKey: keyed });
    if (pressed.kind === 'act') void press(pressed.act);
    if (pressed.kind !== 'wait') return;
    setWaiting(true);
    timer.current = setTimeout(() => {
      go(what);
    }, pressed.milliseconds);
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
