/** Of places so many are taken at most, so that a clue that is not there is missed soon. */
export const FULL = 0.5;
/** No clue: the place is free. */
export const FREE = 0;

/**
 * Where a clue stands, or would: at or behind the place that it names.
 *
 * @param places a power of two of them, some of them free
 */
export function placeIn(places: Uint32Array, clue: number): number {
  const last = places.length - 1;
  let place = clue & last;
  while (places[place] !== clue && places[place] !== FREE) place = (place + 1) & last;
  return place;
}
