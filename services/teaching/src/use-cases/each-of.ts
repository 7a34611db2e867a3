/**
 * Does the work for each, one after the other; what fails for one keeps no other from its turn.
 *
 * @throws AggregateError of all failures, after the last
 */
export async function eachOf<Item, Done>(
  items: readonly Item[],
  work: (item: Item) => Promise<Done>,
): Promise<Done[]> {
  const done: Done[] = [];
  const failures: unknown[] = [];
  for (const item of items) {
    try {
      done.push(await work(item));
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${String(failures.length)} of ${String(items.length)} failed`);
  return done;
}
