import { type Dispatcher } from 'undici';

/** What the body of an answer says, and whether it could be read: one of another type or encoding is not looked at. */
export interface ReadBody {
  readonly readable: boolean;
  readonly json?: unknown;
}

const PLAIN_TYPE = /^text\/plain\s*(?:;|$)/i;
const SHOWN_CHARACTERS = 200;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/** @param headers names in small letters */
export function bodyOf(headers: Readonly<Record<string, string>>, text: string): ReadBody {
  if (text === '') return { readable: true };
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return { readable: false };
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) return { readable: false };
  try {
    return { readable: true, json: JSON.parse(text) };
  } catch {
    return { readable: false };
  }
}

/** The beginning of what was said in plain text, which is how some platforms say why they refuse; empty for anything else. */
export const plainText = (headers: Readonly<Record<string, string>>, text: string): string =>
  PLAIN_TYPE.test(headers['content-type'] ?? '') ? text.slice(0, SHOWN_CHARACTERS) : '';

/** One text for each name. */
export function headersOf(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  const texts = Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]);
  return Object.fromEntries(texts);
}
