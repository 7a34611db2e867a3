import type { StreamListener } from './connection';
import type { TallyMessage } from './types';

export interface RoomEvents<Frame> {
  onFrame(frame: Frame): void;
  onTally(tally: TallyMessage): void;
}

function parsed<T>(data: unknown): T | null {
  try {
    return JSON.parse(String(data)) as T;
  } catch {
    return null;
  }
}

/** Opens the stream of a room; null where the browser has no event sources. */
export function openStream<Frame>(
  path: string,
  listener: StreamListener,
  events: RoomEvents<Frame>,
): (() => void) | null {
  if (typeof EventSource === 'undefined') return null;
  const source = new EventSource(path);
  const hear = <T>(name: string, tell: (message: T) => void): void => {
    source.addEventListener(name, (event: MessageEvent) => {
      listener.onSign();
      const message = parsed<T>(event.data);
      if (message !== null) tell(message);
    });
  };
  hear<Frame>('room', (frame) => {
    events.onFrame(frame);
  });
  hear<TallyMessage>('tally', (tally) => {
    events.onTally(tally);
  });
  // The last state is asked for, as after every loss.
  source.addEventListener('ended', () => {
    listener.onError();
  });
  source.addEventListener('open', () => {
    listener.onOpen();
  });
  source.addEventListener('error', () => {
    listener.onError();
  });
  return () => {
    source.close();
  };
}
