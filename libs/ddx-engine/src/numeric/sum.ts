/** The sum in the order given: floating-point sums depend on it, and the same case gives the same bytes. */
export function sumOf<T>(items: Iterable<T>, valueOf: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += valueOf(item);
  return sum;
}
