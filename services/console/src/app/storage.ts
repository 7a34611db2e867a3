/** The browser may refuse storage altogether (private windows, policies); a choice then lasts as long as the page. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to do: the choice holds for this page.
  }
}
export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // What was never kept need not be removed.
  }
}

/** What is kept under names that begin so. */
export function keysBelow(prefix: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
