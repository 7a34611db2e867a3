import type { TeacherRoomState } from '../room/types';
import type { RoomAct } from './acts';
import type { Circumstances, Press } from './next-press';

/** What a press means in the room as it is when its turn comes. */
export type Meaning = (state: TeacherRoomState, circumstances: Circumstances) => Press;

export interface PressHost {
  /** Asks for the act when all presses before it are answered. */
  readonly pressWhat: (choose: (known: TeacherRoomState) => RoomAct | null) => void;
  readonly circumstances: () => Circumstances;
  readonly onWaiting: (waiting: boolean) => void;
}

/** Presses of which a reveal may have to wait; any later press takes back the one that waits. */
export class PressesInTurn {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private left = false;

  enter(): void {
    this.left = false;
  }

  /** Nothing waits from now on. */
  leave(): void {
    this.left = true;
    this.forget();
  }

  press(meaning: Meaning, host: PressHost): void {
    this.takeBack(host);
    host.pressWhat((known) => {
      // A press before this one may have begun to wait since, when its turn came.
      this.takeBack(host);
      const pressed = meaning(known, host.circumstances());
      if (pressed.kind === 'wait' && !this.left) {
        host.onWaiting(true);
        this.timer = setTimeout(() => {
          this.press(meaning, host);
        }, pressed.milliseconds);
      }
      return pressed.kind === 'act' ? pressed.act : null;
    });
  }

  private takeBack({ onWaiting }: PressHost): void {
    this.forget();
    onWaiting(false);
  }

  private forget(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
