/** A few cases from all over the library, so that not all of them begin with the same letter. */
export function spread<T>(items: readonly T[], count: number): T[] {
  const step = items.length / count;
  return items.length <= count
    ? [...items]
    : Array.from({ length: count }, (_, place) => items[Math.floor(place * step)]).filter(
        (item) => item !== undefined,
      );
}
