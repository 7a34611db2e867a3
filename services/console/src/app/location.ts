/** The pages of the console by their path. */
export const PATHS = {
  'case-room': '/',
  library: '/library',
  assignments: '/assignments',
  attempts: '/attempts',
  author: '/author',
  passages: '/passages',
  guidelines: '/guidelines',
  'training-ehrs': '/training-ehrs',
  'ehr-imports': '/ehr-imports',
  'learning-platforms': '/learning-platforms',
  'record-stores': '/record-stores',
  verify: '/verify',
  sources: '/sources',
  settings: '/settings',
  launch: '/launch',
} as const;
export type Page = keyof typeof PATHS;

/** What the address bar says: the page, which run or teaching case is open, and a start-up code to be used once. */
export interface Location {
  readonly page: Page;
  readonly runId: string | null;
  readonly caseId: string | null;
  readonly passageId: string | null;
  /** Of an assignment, an attempt or an import. */
  readonly itemId: string | null;
  readonly startCode: string | null;
}

/** Pages that have an id behind them. */
const WITH_ITEMS: readonly string[] = ['assignments', 'attempts', 'ehr-imports'];
const isPage = (name: string): name is Page => Object.hasOwn(PATHS, name);

export function readLocation(href: string): Location {
  const url = new URL(href);
  const fragment = new URLSearchParams(url.hash.slice(1));
  const [page = '', itemId] = url.pathname.slice(1).split('/');
  return {
    page: isPage(page) ? page : 'case-room',
    runId: url.searchParams.get('run') || null,
    caseId: url.searchParams.get('case') || null,
    passageId: page === 'passages' && itemId ? decodeURIComponent(itemId) : null,
    itemId: WITH_ITEMS.includes(page) && itemId ? decodeURIComponent(itemId) : null,
    startCode: fragment.get('code') || null,
  };
}

/** The same address for another run; the fragment, which may hold a code, never stays. */
export function withRun(href: string, runId: string | null): string {
  const url = new URL(href);
  url.hash = '';
  if (runId === null) url.searchParams.delete('run');
  else url.searchParams.set('run', runId);
  return url.pathname + url.search;
}

/** Where a run is read. */
export const runAddress = (runId: string): string =>
  `${PATHS['case-room']}?${new URLSearchParams({ run: runId }).toString()}`;

/** What stands for a case that is not stored yet. */
export const NEW_CASE = 'new';

/** Where a teaching case is read and written. */
export const caseAddress = (caseId: string): string =>
  `${PATHS.author}?${new URLSearchParams({ case: caseId }).toString()}`;

/** Where an assignment is read; {@link NEW_CASE} where one is made, of a case. */
export const assignmentAddress = (assignmentId: string): string =>
  `${PATHS.assignments}/${encodeURIComponent(assignmentId)}`;
export const newAssignmentAddress = (caseId: string): string =>
  `${assignmentAddress(NEW_CASE)}?${new URLSearchParams({ case: caseId }).toString()}`;
/** Where a learner takes an attempt. */
export const attemptAddress = (attemptId: string): string =>
  `${PATHS.attempts}/${encodeURIComponent(attemptId)}`;

/** Where a guideline passage stands with its document. */
export const passageAddress = (passageId: string): string =>
  `${PATHS.passages}/${encodeURIComponent(passageId)}`;

/** Where passages are searched for. */
export const passageSearchAddress = (query: string): string =>
  `${PATHS.passages}?${new URLSearchParams({ q: query }).toString()}`;
