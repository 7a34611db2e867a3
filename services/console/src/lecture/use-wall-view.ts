import { useEffect, useState } from 'react';
import type { TeacherRoomState } from '../room/types';

const SIZES = [0.85, 1, 1.15, 1.3] as const;
const NORMAL = 1;

type Switch = 'numbers' | 'agreement' | 'join' | 'comments' | 'black' | 'help';

/** What one screen shows of the room, without anything being changed for the phones. */
export interface WallView {
  /** The frame that is shown: the newest, or the one at which the screen was frozen. */
  readonly shown: TeacherRoomState | null;
  readonly frozenAt: Date | null;
  /** Answers that have come in since the screen was frozen. */
  readonly since: number;
  readonly numbers: boolean;
  readonly agreement: boolean;
  readonly join: boolean;
  readonly comments: boolean;
  readonly black: boolean;
  readonly help: boolean;
  readonly toggle: (which: Switch) => void;
  readonly freeze: () => void;
  readonly resize: (direction: 1 | -1) => void;
  /** Closes what lies above the page; false where nothing does. */
  readonly closeOverlay: () => boolean;
}

export function useWallView(state: TeacherRoomState | null): WallView {
  const [frozen, setFrozen] = useState<{ frame: TeacherRoomState; at: Date } | null>(null);
  const [on, setOn] = useState<Readonly<Record<Switch, boolean>>>({
    numbers: true,
    agreement: false,
    join: false,
    comments: false,
    black: false,
    help: false,
  });
  const [size, setSize] = useState<number>(NORMAL);
  useEffect(() => {
    document.documentElement.style.setProperty('--wall-size', String(SIZES[size] ?? 1));
  }, [size]);
  const toggle = (which: Switch) => {
    setOn((now) => ({ ...now, [which]: !now[which] }));
  };
  return {
    ...on,
    shown: frozen?.frame ?? state,
    frozenAt: frozen?.at ?? null,
    since:
      frozen === null || state === null ? 0 : Math.max(0, state.answered.count - frozen.frame.answered.count),
    toggle,
    freeze: () => {
      setFrozen(frozen === null && state !== null ? { frame: state, at: new Date() } : null);
    },
    resize: (direction) => {
      setSize((now) => Math.min(SIZES.length - 1, Math.max(0, now + direction)));
    },
    closeOverlay: () => {
      const open = (['help', 'join', 'black'] as const).find((which) => on[which]);
      if (open !== undefined) toggle(open);
      return open !== undefined;
    },
  };
}
