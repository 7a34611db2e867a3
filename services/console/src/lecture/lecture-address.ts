export const LECTURE_PATH = '/lecture';

/** What the address of a lecture says: which room, and whether it is the screen for the class. */
export interface LectureAddress {
  readonly code: string | null;
  readonly isWall: boolean;
  /** The case that a new room is to begin with. */
  readonly caseId: string | null;
}

export function readLecture(search: string): LectureAddress {
  const query = new URLSearchParams(search);
  return {
    code: /^\d{6}$/.exec(query.get('room') ?? '')?.[0] ?? null,
    isWall: query.get('view') === 'wall',
    caseId: query.get('case') || null,
  };
}

export const controlAddress = (code: string): string => `${LECTURE_PATH}?room=${code}`;
export const wallAddress = (code: string): string => `${LECTURE_PATH}?room=${code}&view=wall`;

/** What is read aloud and typed: the address without its scheme. */
export const spoken = (joinUrl: string): string => joinUrl.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** The address under which one joins by hand, taken from the one that holds the code. */
export const joinByHand = (joinUrl: string): string =>
  joinUrl.replace(/\/j(?:oin)?(?:\/\d{6}|\?code=\d{6})$/, '/join');
