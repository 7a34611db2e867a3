import type { components } from '../../../../openapi/client/schema';
import type { RoomLayer } from '../room/types';

/** What the teacher does in a room; each is one operation of the contract. */
export type RoomAct =
  | { readonly type: 'open'; readonly roundId: string; readonly seconds?: number | null }
  | { readonly type: 'close' | 'reset'; readonly roundId: string }
  | {
      readonly type: 'extend';
      readonly roundId: string;
      readonly seconds: number | null;
      readonly number?: number;
    }
  | {
      readonly type: 'reveal';
      readonly roundId: string;
      readonly layers: readonly RoomLayer[];
      readonly hide?: boolean;
      readonly confirm?: boolean;
    }
  | { readonly type: 'count-late'; readonly roundId: string; readonly counts: boolean }
  /** A question on the spot; it waits to be opened. */
  | { readonly type: 'add-round'; readonly round: components['schemas']['CreateRoomInput']['rounds'][number] }
  | { readonly type: 'stage'; readonly stageNo: number }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'words'; readonly text: string; readonly diseaseId: string | null }
  | { readonly type: 'remove'; readonly number: number }
  /** Whoever it is given to writes for their team. */
  | { readonly type: 'pen'; readonly number: number }
  | { readonly type: 'hide-comment'; readonly number: number; readonly hidden: boolean }
  /** An answer of the tutor on the wall; null takes it away. */
  | {
      readonly type: 'show-answer';
      readonly shown: { readonly threadId: string; readonly questionId: string } | null;
    }
  | { readonly type: 'end' };
