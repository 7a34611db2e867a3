import { type EventsListener, hearByBearer, jsonOf } from './bearer-events';

/**
 * Listens to a stream of events until it is told to stop: by the cookies of the browser, or by a token.
 *
 * @param names of the events that are told
 * @param bearer of a session that has no cookie; null where the browser says who asks
 * @returns a function that stops listening; null where the browser has no event sources
 */
export function hearEvents<Name extends string>(
  path: string,
  bearer: string | null,
  names: readonly Name[],
  listener: EventsListener<Name>,
): (() => void) | null {
  if (bearer === null) return hearBySource(path, names, listener);
  return hearByBearer(path, bearer, {
    onOpen: () => {
      listener.onOpen();
    },
    onEvent: (told, data) => {
      const name = names.find((each) => each === told);
      if (name !== undefined) listener.onEvent(name, data);
    },
    onLost: (forGood) => {
      listener.onLost(forGood);
    },
  });
}

/** The browser connects again by itself, and says what it saw last. */
function hearBySource<Name extends string>(
  path: string,
  names: readonly Name[],
  listener: EventsListener<Name>,
): (() => void) | null {
  if (typeof EventSource === 'undefined') return null;
  const source = new EventSource(path);
  for (const name of names)
    source.addEventListener(name, ({ data }: MessageEvent) => {
      listener.onEvent(name, jsonOf(data));
    });
  source.addEventListener('open', () => {
    listener.onOpen();
  });
  source.addEventListener('error', () => {
    listener.onLost(source.readyState === EventSource.CLOSED);
  });
  return () => {
    source.close();
  };
}
