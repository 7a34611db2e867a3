import { Inject, Injectable } from '@nestjs/common';
import { type Language } from '@openrounds/contracts';
import { Metrics } from '@openrounds/platform';
import { waitFor } from '../wait-for';
import { type EventText, type RoomFrame, type RoomView } from './room-frame';
import { RoomWatches, type RoomWatch, type WatchedRoom } from './room-watch';

const HEARTBEAT_MS = 15_000;
/** The projector may move four times a second, a phone once. */
const LEAST_BETWEEN_MS = { teacher: 250, participant: 1_000 } as const satisfies Record<RoomView, number>;
const WAITING = Buffer.from('event: waiting\ndata: {}\n\n');

/** Who looks at a room. */
export interface RoomViewer {
  readonly view: RoomView;
  readonly language: Language;
  /** Of a participant. */
  readonly number?: number | undefined;
}

/** What a viewer was told last. */
interface Told {
  readonly key: string;
  readonly counts: string;
  readonly waiting: boolean;
}

type Look = Awaited<ReturnType<RoomWatch['look']>>;

/** The state of a room, told anew whenever it has changed, until the room has ended. */
@Injectable()
export class StreamRoom {
  constructor(
    private readonly watches: RoomWatches,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'rooms'>,
  ) {}

  /**
   * Begins with the newest state. Yields `null` when nothing happened for 15 s: a heartbeat. Whoever the teacher removed
   * is told nothing more.
   */
  async *events(
    room: WatchedRoom,
    viewer: RoomViewer,
    signal: AbortSignal,
  ): AsyncGenerator<EventText | null> {
    const watch = this.watches.open(room);
    const { view } = viewer;
    const { streams, frames } = this.metrics.rooms;
    streams.inc({ view });
    try {
      let told: Told | undefined;
      while (!signal.aborted) {
        const look = await newsOf(watch, viewer, told, signal);
        if (signal.aborted || isGone(look.frame, viewer)) return;
        const event = eventOf(look, viewer, told);
        told = toldOf(look, viewer);
        if (event !== null) frames.inc({ view });
        yield event;
        if (look.frame.hasEnded) yield look.frame.ended();
        if (look.frame.hasEnded) return;
        if (event !== null) await pause(LEAST_BETWEEN_MS[viewer.view], signal);
      }
    } finally {
      streams.dec({ view });
      watch.close();
    }
  }
}

const isGone = (frame: RoomFrame, { number }: RoomViewer): boolean =>
  number !== undefined && frame.isRemoved(number);

const toldOf = ({ frame, waiting }: Look, { view }: RoomViewer): Told => ({
  key: frame.keyOf(view),
  counts: frame.counts,
  waiting,
});

/** What a viewer has to be told, and nothing where that is known. */
function eventOf(look: Look, { view, language }: RoomViewer, told: Told | undefined): EventText | null {
  const { frame, waiting } = look;
  if (waiting) return told?.waiting === true ? null : WAITING;
  if (told === undefined || told.waiting || told.key !== frame.keyOf(view)) return frame.room(view, language);
  return told.counts === frame.counts ? null : frame.tally();
}

/** The room as soon as there is something to tell or the reader is gone; else as it is after 15 s. */
const newsOf = (
  watch: RoomWatch,
  viewer: RoomViewer,
  told: Told | undefined,
  signal: AbortSignal,
): Promise<Look> =>
  waitFor({
    read: watch.look,
    until: (look) => signal.aborted || isGone(look.frame, viewer) || eventOf(look, viewer, told) !== null,
    subscribe: (listener) => {
      const unsubscribe = watch.subscribe(listener);
      signal.addEventListener('abort', listener);
      return () => {
        unsubscribe();
        signal.removeEventListener('abort', listener);
      };
    },
    milliseconds: HEARTBEAT_MS,
  });

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
