/** Where a phone comes in: `/join` asks for the code, `/join?code=482713` and `/j/482713` have it. */
export const JOIN_PATH = '/join';
const ROOM_PATH = /^\/j\/(\d{6})\/?$/;
const ROOM_CODE = /^\d{6}$/;

export const roomPath = (code: string): string => `/j/${code}`;

/** The room code of an address, in its path or behind it; null where there is none. */
export function codeOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string | null {
  const inPath = ROOM_PATH.exec(pathname)?.[1];
  return inPath ?? readCode(new URLSearchParams(search).get('code') ?? '');
}

/** Six digits out of what was typed, in either width, with spaces or without; null for anything else. */
export function readCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return ROOM_CODE.test(code) ? code : null;
}

/** A code as it is read aloud: two groups of three. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
