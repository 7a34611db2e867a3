import { useSyncExternalStore } from 'react';

/** Where a column is as wide as the screen. */
export const PHONE = '(max-width: 760px)';

/** Whether a media query matches, now and after every change. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => {
        list.removeEventListener('change', changed);
      };
    },
    () => matchMedia(query).matches,
  );
}
