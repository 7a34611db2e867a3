import { pointerOf } from '@openrounds/contracts';
import { canonicalJson } from '@openrounds/transparency-log';

/** Where two JSON values differ: canonical JSON (RFC 8785) of both sides, cut where it is long; absent where there is nothing. */
export interface JsonDifference {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly recorded?: string;
  readonly now?: string;
}

/** Characters of a value that are shown. */
const LONGEST_SHOWN = 200;

/** What stands on one side only. */
const NOTHING = Symbol('nothing');

/**
 * Where two JSON values differ, in the order of the recorded one: numbers to the last bit, lists place by place.
 *
 * @param at where the values stand, as a JSON pointer
 */
export function* jsonDifferences(recorded: unknown, now: unknown, at = ''): Generator<JsonDifference> {
  if (Array.isArray(recorded) && Array.isArray(now)) {
    const longer = Math.max(recorded.length, now.length);
    for (let place = 0; place < longer; place += 1)
      yield* jsonDifferences(itemOf(recorded, place), itemOf(now, place), `${at}/${String(place)}`);
  } else if (isObject(recorded) && isObject(now)) {
    for (const key of new Set([...Object.keys(recorded), ...Object.keys(now)]))
      yield* jsonDifferences(fieldOf(recorded, key), fieldOf(now, key), at + pointerOf([key]));
  } else if (textOf(recorded) !== textOf(now)) {
    yield { pointer: at, ...shown('recorded', recorded), ...shown('now', now) };
  }
}

const itemOf = (list: readonly unknown[], place: number): unknown =>
  place < list.length ? list[place] : NOTHING;
const fieldOf = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : NOTHING;

const textOf = (value: unknown): string | undefined => (value === NOTHING ? undefined : canonicalJson(value));

function shown(side: 'recorded' | 'now', value: unknown): Partial<JsonDifference> {
  const text = textOf(value);
  if (text === undefined) return {};
  return { [side]: text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
