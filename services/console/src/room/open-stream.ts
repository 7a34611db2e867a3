import { hearEvents } from '../api/hear-events';
import type { StreamListener } from './connection';
import type { TallyMessage } from './types';

export interface RoomEvents<Frame> {
  onFrame(frame: Frame): void;
  onTally(tally: TallyMessage): void;
}

/**
 * Opens the stream of a room; null where the browser has no event sources.
 *
 * @param bearer of whoever has no cookie for it
 */
export function openStream<Frame>(
  path: string,
  bearer: string | null,
  listener: StreamListener,
  events: RoomEvents<Frame>,
): (() => void) | null {
  return hearEvents(path, bearer, ['room', 'tally', 'ended'] as const, {
    onOpen: () => {
      listener.onOpen();
    },
    onEvent: (name, data) => {
      // The last state is asked for, as after every loss.
      if (name === 'ended') listener.onError();
      else listener.onSign();
      if (data === null) return;
      if (name === 'room') events.onFrame(data as Frame);
      if (name === 'tally') events.onTally(data as TallyMessage);
    },
    onLost: () => {
      listener.onError();
    },
  });
}
