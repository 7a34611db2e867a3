import { useEffect, useRef, useState } from 'react';
import type { RoomLayer } from '../room/types';
import { backPress, layerPress, nextPress } from './next-press';
import { type Meaning, PressesInTurn } from './presses-in-turn';
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
  const [presses] = useState(() => new PressesInTurn());
  const latest = useRef({ ahead, hasStageKey });
  useEffect(() => {
    latest.current = { ahead, hasStageKey };
  }, [ahead, hasStageKey]);
  useEffect(() => {
    presses.enter();
    return () => {
      presses.leave();
    };
  }, [presses]);
  const go = (meaning: Meaning): void => {
    const circumstances = () => {
      const { ahead: clock, hasStageKey: keyed } = latest.current;
      return { now: Date.now() + clock, hasStageKey: keyed };
    };
    presses.press(meaning, { pressWhat, circumstances, onWaiting: setWaiting });
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
