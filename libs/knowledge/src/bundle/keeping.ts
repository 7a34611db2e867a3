/** How many versions stay in memory: the active one, the one before it, and one for a replay. */
const MOST_KEPT = 3;

/** Hands out what is kept under a key, or makes it; the least recently used is dropped. */
export function keeping<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const value = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return value;
}
