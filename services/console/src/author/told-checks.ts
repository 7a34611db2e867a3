import { ApiError } from '../api/http';
import type { CaseCheck } from '../api/types';

/** What is wrong with a case, or should be looked at: found by a check, or missing so that it is no case yet. */
export interface ToldCheck {
  readonly severity: CaseCheck['severity'] | 'missing';
  /** The check's, or the field's error code. */
  readonly code: string;
  /** JSON Pointer into the case. */
  readonly pointer: string;
  /** In the server's words. */
  readonly message: string;
}

const BODY = '/body';

/** The fields that a refusal names; null where the request failed for another reason. */
export function missingOf(error: unknown): ToldCheck[] | null {
  if (!(error instanceof ApiError) || error.status !== 422) return null;
  const named = error.problem?.errors?.filter(({ pointer }) => pointer.startsWith(BODY)) ?? [];
  return named.map(({ pointer, code, message }) => ({
    severity: 'missing',
    code,
    pointer: pointer.slice(BODY.length),
    message,
  }));
}

const isAtOrBelow = (pointer: string, place: string): boolean =>
  pointer === place || pointer.startsWith(`${place}/`);

/** What is said of one place and of nothing below it, or with `below` of what stands there too. */
export const checksAt = (checks: readonly ToldCheck[], place: string, below = false): ToldCheck[] =>
  checks.filter(({ pointer }) => (below ? isAtOrBelow(pointer, place) : pointer === place));

const RANK: readonly ToldCheck['severity'][] = ['missing', 'error', 'warning', 'note'];

/** What keeps the case from being stored first, then from being published, then the rest. */
export const bySeverity = (checks: readonly ToldCheck[]): ToldCheck[] =>
  checks.toSorted((a, b) => RANK.indexOf(a.severity) - RANK.indexOf(b.severity));

/** Whether it must be mended before the case can be published. */
export const isMistake = ({ severity }: ToldCheck): boolean => severity === 'missing' || severity === 'error';

/** A part of the author's page. */
export type Part = 'about' | `stage-${number}` | 'key' | 'debrief';

/** The part of the page on which a place of the case is written. */
export function partOf(pointer: string): Part {
  const [, field, place] = pointer.split('/');
  switch (field) {
    case 'stages':
    case 'choices':
      return `stage-${Number(place ?? 0)}`;
    case 'key':
    case 'essential':
      return 'key';
    case 'teachingPoints':
    case 'questions':
      return 'debrief';
    default:
      return 'about';
  }
}

/** The id of the field where a place of the case is written. */
export const fieldIdOf = (pointer: string): string => `at${pointer.replaceAll('/', '-')}`;

/** Where to look for the field of a place: there, or where it stands in. */
export function fieldIdsOf(pointer: string): string[] {
  const segments = pointer.split('/');
  return segments.map((_, cut) => fieldIdOf(segments.slice(0, segments.length - cut).join('/')));
}

/** Checks of one part that say the same, as one entry with the number of places; it leads to the first of them. */
export interface CheckGroup {
  readonly first: ToldCheck;
  readonly part: Part;
  readonly places: number;
}

/** The list of what is found, shortened: who writes in one language has the same warning at every text. */
export function groupedChecks(checks: readonly ToldCheck[]): CheckGroup[] {
  const groups = new Map<string, CheckGroup>();
  for (const check of checks) {
    const part = partOf(check.pointer);
    const key = [part, check.severity, check.code, check.message].join('\n');
    const known = groups.get(key);
    groups.set(key, known ? { ...known, places: known.places + 1 } : { first: check, part, places: 1 });
  }
  return [...groups.values()];
}
