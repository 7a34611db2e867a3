/** Where a phone comes in: `/join` asks for the code, `/j/482713` has it from the QR code. */
export const JOIN_PATH = '/join';
const ROOM_PATH = /^\/j\/(\d{6})\/?$/;
const ROOM_CODE = /^\d{6}$/;

export const roomPath = (code: string): string => `/j/${code}`;

/** The room code of an address; null where there is none. */
export const codeOf = (pathname: string): string | null => ROOM_PATH.exec(pathname)?.[1] ?? null;

/** Six digits out of what was typed, in either width, with spaces or without; null for anything else. */
export function readCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return ROOM_CODE.test(code) ? code : null;
}

/** A code as it is read aloud: two groups of three. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
