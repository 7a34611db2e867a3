import type { ClassResult, EngineResult, RoomAnswer, StageKey } from './types';

/** Whose list. */
export const VOICES = ['own', 'class', 'engine', 'key'] as const;
export type Voice = (typeof VOICES)[number];

/** One list of diagnoses, whoever made it. */
export interface VoiceList {
  /** The likeliest first. */
  readonly entries: readonly { readonly id: string; readonly name: string; readonly probability: number }[];
  /** Null where the list has no Other. */
  readonly other: number | null;
}
export type Lists = Readonly<Partial<Record<Voice, VoiceList>>>;

/** A disease, or one of the two last rows, with what each voice gives it; null for nothing. */
export interface ComparedRow {
  readonly id: string;
  readonly name: string;
  readonly given: Readonly<Partial<Record<Voice, number | null>>>;
}

export interface Comparison {
  readonly rows: readonly ComparedRow[];
  /** What is not shown by name; null where nothing is left. */
  readonly further: ComparedRow | null;
  readonly other: ComparedRow;
  /** What the engine gives what is not in its list at most: as much as the last that is. */
  readonly engineFloor: number | null;
  /** The end of the common scale: the largest value, rounded up to ten per cent. */
  readonly scale: number;
}

const HUNDRED = 100;

export const classList = ({ linear, other }: Extract<ClassResult, { kind: 'differential' }>): VoiceList => ({
  entries: linear.map(({ diseaseId, name, probability }) => ({ id: diseaseId, name, probability })),
  other: other.probability,
});

export const engineList = ({ differential, other }: EngineResult): VoiceList => ({
  entries: differential.map(({ diseaseId, name, probability }) => ({ id: diseaseId, name, probability })),
  other,
});

/** Other is what the teacher's percentages leave of 100. */
export function keyList(key: StageKey): VoiceList {
  const sum = key.reduce((total, { percent }) => total + percent, 0);
  return {
    entries: key.map(({ diseaseId, name, percent }) => ({
      id: diseaseId,
      name,
      probability: percent / HUNDRED,
    })),
    other: Math.max(0, HUNDRED - sum) / HUNDRED,
  };
}

export function ownList(
  { entries, other }: Extract<RoomAnswer, { kind: 'differential' }>,
  nameOf: (diseaseId: string) => string,
): VoiceList {
  return {
    entries: entries
      .map((entry) => {
        const probability = entry.points / HUNDRED;
        return 'text' in entry
          ? { id: `words:${entry.text}`, name: entry.text, probability }
          : { id: entry.diseaseId, name: nameOf(entry.diseaseId), probability };
      })
      .sort((one, two) => two.probability - one.probability),
    other: other / HUNDRED,
  };
}

/** Who decides the order of the rows: the engine where it is shown, else the teacher, the class, oneself. */
const ORDER: readonly Voice[] = ['engine', 'key', 'class', 'own'];

/**
 * Puts lists side by side.
 *
 * @param most rows with names; the leaders of every voice come in turn, so that each has its first in it
 */
export function compareLists(lists: Lists, most: number): Comparison {
  const voices = VOICES.filter((voice) => lists[voice] !== undefined);
  const ids = leadersOf(
    voices.map((voice) => lists[voice]?.entries ?? []),
    most,
  );
  const names = new Map(
    voices.flatMap((voice) => (lists[voice]?.entries ?? []).map(({ id, name }) => [id, name])),
  );
  const given = (id: string): ComparedRow['given'] =>
    Object.fromEntries(
      voices.map((voice) => [
        voice,
        lists[voice]?.entries.find((entry) => entry.id === id)?.probability ?? null,
      ]),
    );
  const rows = inOrder(
    ids.map((id) => ({ id, name: names.get(id) ?? id, given: given(id) })),
    voices,
  );
  const other: ComparedRow = {
    id: 'other',
    name: '',
    given: Object.fromEntries(voices.map((voice) => [voice, lists[voice]?.other ?? null])),
  };
  const further = furtherOf(lists, voices, new Set(ids));
  const engineFloor = lists.engine?.entries[lists.engine.entries.length - 1]?.probability ?? null;
  return {
    rows,
    further,
    other,
    engineFloor,
    scale: scaleOf([...rows, other, ...(further === null ? [] : [further])]),
  };
}

function leadersOf(entries: readonly VoiceList['entries'][], most: number): string[] {
  const ids = new Set<string>();
  const longest = Math.max(0, ...entries.map(({ length }) => length));
  for (let place = 0; place < longest; place += 1) {
    for (const list of entries) {
      const id = list[place]?.id;
      if (id !== undefined && ids.size < most) ids.add(id);
    }
  }
  return [...ids];
}

function inOrder(rows: readonly ComparedRow[], voices: readonly Voice[]): ComparedRow[] {
  const deciding = ORDER.filter((voice) => voices.includes(voice));
  return [...rows].sort((one, two) => {
    for (const voice of deciding) {
      const difference = (two.given[voice] ?? 0) - (one.given[voice] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** What a voice gave to all that is not shown: the rest of 1, because a list may be cut off. */
function furtherOf(lists: Lists, voices: readonly Voice[], shown: ReadonlySet<string>): ComparedRow | null {
  const given = Object.fromEntries(
    voices.map((voice) => {
      const list = lists[voice];
      const named = (list?.entries ?? []).filter(({ id }) => shown.has(id));
      const rest = 1 - (list?.other ?? 0) - named.reduce((sum, { probability }) => sum + probability, 0);
      return [voice, rest > 0.0005 ? rest : null];
    }),
  );
  const isEmpty = Object.values(given).every((probability) => probability === null);
  return isEmpty ? null : { id: 'further', name: '', given };
}

function scaleOf(rows: readonly ComparedRow[]): number {
  const values = rows.flatMap(({ given }) => Object.values(given)).map((value) => value ?? 0);
  return Math.min(1, Math.max(0.1, Math.ceil(Math.max(0, ...values) * 10 - 1e-9) / 10));
}
