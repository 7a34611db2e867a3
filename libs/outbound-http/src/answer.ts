import { type Dispatcher } from 'undici';

/** What the body of an answer says, and whether it could be read: one of another type or encoding is not looked at. */
export interface ReadBody {
  readonly readable: boolean;
  readonly json?: unknown;
}

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

/** One text for each name. */
export function headersOf(headers: Dispatcher.ResponseData['headers']): Readonly<Record<string, string>> {
  const texts = Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]);
  return Object.fromEntries(texts);
}
