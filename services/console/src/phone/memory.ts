import { forget } from '../app/storage';
import { LANGUAGE_KEY } from '../i18n/language-key';
import type { Mine, NamedDisease, RoomAnswer, RoomStage, RoomState } from '../room/types';
import type { Outbox } from './outbox';
import type { PointForm } from './points';

/** What makes this phone the participant that it is. */
export interface Seat {
  readonly number: number;
  readonly token: string;
  readonly resumeCode: string;
}

/** By a link of a learning platform, by which one comes back: there is no code, and no cookie was set. */
export const isLaunched = (seat: Seat | null): boolean => seat?.resumeCode === '';

/** An answer that is being written: a form of points, or any other answer as far as it has come. */
export type Draft =
  | { readonly kind: 'points'; readonly form: PointForm }
  | { readonly kind: 'answer'; readonly answer: RoomAnswer };

/** What a phone keeps of one room. */
export interface Memory {
  /** Made once for each room: a repeated join is the same participant. */
  readonly joinKey: string;
  readonly seat: Seat | null;
  readonly outbox: Outbox;
  /** By round and attempt, see {@link draftKey}. */
  readonly drafts: Readonly<Record<string, Draft>>;
}

/** What a phone last heard of a room, for when its page is opened without a network. */
export interface Heard {
  readonly frame: RoomState;
  readonly mine: Mine | null;
  /** By number, in one language. */
  readonly stages: Readonly<Record<number, RoomStage>>;
  /** Milliseconds that the server's clock is ahead. */
  readonly ahead: number;
}

/** Where things are kept; a browser may refuse it (private windows, chat programs). */
export interface Store {
  read(key: string): string | null;
  /** Whether it is kept. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
}

const roomKey = (code: string): string => `openrounds.room.${code}`;
/** Nobody sits in two rooms at once: the room before is not worth the space. */
const HEARD_KEY = 'openrounds.heard';
const namesKey = (language: string): string => `openrounds.names.${language}`;

export const draftKey = (round: { readonly id: string; readonly attempt: number }): string =>
  `${round.id} ${String(round.attempt)}`;

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** 128 random bits in base64url; `crypto.randomUUID` is missing on plain HTTP, where a lecture may run. */
export function newJoinKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** What was kept of a room, else a beginning. */
export function recallRoom(store: Store, code: string, makeKey = newJoinKey): Memory {
  const kept = parsed(store.read(roomKey(code)));
  if (isRecord(kept) && typeof kept.joinKey === 'string') return kept as unknown as Memory;
  return { joinKey: makeKey(), seat: null, outbox: {}, drafts: {} };
}

export const keepRoom = (store: Store, code: string, memory: Memory): boolean =>
  store.write(roomKey(code), JSON.stringify(memory));

/** Takes a seat that was given elsewhere; what was written on this phone in another seat is not this one's. */
export function sitDown(store: Store, code: string, seat: Seat): void {
  const before = recallRoom(store, code);
  const same = before.seat?.number === seat.number;
  keepRoom(store, code, same ? { ...before, seat } : { ...before, seat, outbox: {}, drafts: {} });
}

/** What was heard of the room of a code; its texts only in the language that they were told in. */
export function recallHeard(store: Store, code: string, language: string): Heard | null {
  const kept = parsed(store.read(HEARD_KEY));
  if (!isRecord(kept) || kept.code !== code || !isRecord(kept.frame)) return null;
  const heard = kept as unknown as Heard;
  return kept.language === language ? heard : { ...heard, stages: {} };
}

export const keepHeard = (store: Store, code: string, language: string, heard: Heard): boolean =>
  store.write(HEARD_KEY, JSON.stringify({ code, language, ...heard }));

/** Leaves nothing of a room on this phone, nor what came with it: the names of diseases and the chosen language. */
export function forgetRoom(store: Store, code: string): void {
  const keys = [roomKey(code), HEARD_KEY, namesKey('en'), namesKey('zh'), LANGUAGE_KEY];
  for (const key of keys) store.remove(key);
}

/** Names outlive the room: they are the same in the next one, and are there without a network. */
export function recallNames(store: Store, language: string): readonly NamedDisease[] {
  const kept = parsed(store.read(namesKey(language)));
  return Array.isArray(kept) ? (kept as NamedDisease[]) : [];
}

export const keepNames = (store: Store, language: string, names: readonly NamedDisease[]): boolean =>
  store.write(namesKey(language), JSON.stringify(names));

/** What the browser refuses to keep lasts as long as the page: in a frame of another site it may refuse everything. */
const refused = new Map<string, string>();

export const browserStore: Store = {
  read(key) {
    try {
      return refused.get(key) ?? localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, value);
      refused.delete(key);
      return true;
    } catch {
      refused.set(key, value);
      return false;
    }
  },
  remove(key) {
    refused.delete(key);
    forget(key);
  },
};
