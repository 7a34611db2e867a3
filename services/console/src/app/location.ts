/** What the address bar says: which run is open, and a start-up code to be used once. */
export interface Location {
  readonly runId: string | null;
  readonly startCode: string | null;
}

export function readLocation(href: string): Location {
  const url = new URL(href);
  const fragment = new URLSearchParams(url.hash.slice(1));
  return { runId: url.searchParams.get('run') || null, startCode: fragment.get('code') || null };
}

/** The same address for another run; the fragment, which may hold a code, never stays. */
export function withRun(href: string, runId: string | null): string {
  const url = new URL(href);
  url.hash = '';
  if (runId === null) url.searchParams.delete('run');
  else url.searchParams.set('run', runId);
  return url.pathname + url.search;
}
