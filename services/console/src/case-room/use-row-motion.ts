import { type RefObject, useLayoutEffect, useRef } from 'react';

const DURATION_MS = 420;
const EASING = 'cubic-bezier(0.2, 0.7, 0.2, 1)';

/**
 * Lets rows travel from where they stood to where they stand, so that a change of order is seen and not guessed.
 * Rows are recognised by `data-row`. Nothing moves for those who asked for less motion.
 *
 * @param order changes whenever the rows do
 */
export function useRowMotion(list: RefObject<HTMLElement | null>, order: string): void {
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const now = new Map<string, number>();
    for (const row of list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []) {
      const key = row.dataset.row ?? '';
      const before = places.current.get(key);
      now.set(key, row.offsetTop);
      if (before === undefined || before === row.offsetTop || still) continue;
      const shift = `translateY(${String(before - row.offsetTop)}px)`;
      row.animate([{ transform: shift }, { transform: 'none' }], { duration: DURATION_MS, easing: EASING });
    }
    places.current = now;
  }, [list, order]);
}
