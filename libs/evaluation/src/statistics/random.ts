/** A source of numbers, evenly spread over [0, 1). */
export type Random = () => number;

/**
 * The same numbers for the same seed on every machine: Mulberry32, 32 bits of state, by T. Ettinger. Good enough for
 * resampling and for drawing what to leave out; not for secrets.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` of the items, each as likely as any other, in their order. Selection sampling. */
export function sampleWithout<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  let wanted = count;
  return items.filter((_item, index) => {
    const taken = random() * (items.length - index) < wanted;
    if (taken) wanted -= 1;
    return taken;
  });
}
