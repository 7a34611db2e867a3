/** A reproducible stream of numbers in [0, 1): mulberry32. The same seed gives the same test set on any machine. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = (random, list) => list[Math.floor(random() * list.length)];

/** A whole number, both ends included. */
export const between = (random, low, high) => low + Math.floor(random() * (high - low + 1));

/** `count` digits; the first is not 0. */
export function digits(random, count) {
  let text = String(between(random, 1, 9));
  while (text.length < count) text += String(between(random, 0, 9));
  return text;
}
