import { useMemo, useSyncExternalStore } from 'react';
import { type Location, readLocation } from './location';

const follow = (changed: () => void) => {
  addEventListener('popstate', changed);
  return () => {
    removeEventListener('popstate', changed);
  };
};

/** Where the console is; it renders again after every {@link goTo} and the browser's own buttons. */
export function useLocation(): Location {
  const href = useSyncExternalStore(follow, () => location.href);
  return useMemo(() => readLocation(href), [href]);
}

/** Opens another page or case of the console without loading it anew: what was typed stays. */
export function goTo(address: string): void {
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}
