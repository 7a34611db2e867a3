import { type RunStatus } from '@openrounds/contracts';

/** The id of what has changed, and of a run the status that it has from now on, where that is what has changed. */
export interface Signal {
  readonly id: string;
  readonly status?: RunStatus;
}

/** Tells waiting requests that something has changed, whichever process wrote it. A signal can be lost, never invented. */
export interface Signals {
  /** Calls `listener` after each change of the thing with this id until the returned function is called. */
  subscribe(id: string, listener: (signal: Signal) => void): () => void;
}
/** Of runs, by run id. */
export const RUN_SIGNALS = Symbol('RunSignals');
/** Of rooms, by room id. */
export const ROOM_SIGNALS = Symbol('RoomSignals');
