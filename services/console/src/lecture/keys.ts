/** What a key does on the screen of a lecture. */
export const KEYS = {
  next: ['ArrowRight', ' ', 'PageDown'],
  back: ['ArrowLeft', 'PageUp'],
  probabilities: ['p'],
  class: ['c'],
  engine: ['e'],
  key: ['k'],
  pool: ['m'],
  freeze: ['f'],
  time: ['t'],
  join: ['j'],
  comments: ['d'],
  black: ['b', '.'],
  language: ['l'],
  larger: ['+', '='],
  smaller: ['-', '−'],
  help: ['?'],
  leave: ['Escape'],
} as const;
export type LectureKey = keyof typeof KEYS;

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Escape and the presenter's keys always work; single letters can be switched off (WCAG 2.1.4). */
const ALWAYS: readonly LectureKey[] = ['next', 'back', 'leave'];

/** What a key press means; null for nothing, as while a field has the focus. */
export function lectureKey(
  pressed: Pressed,
  { inField, letters }: { readonly inField: boolean; readonly letters: boolean },
): LectureKey | null {
  if (inField || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const name = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const found = (Object.keys(KEYS) as LectureKey[]).find((each) =>
    (KEYS[each] as readonly string[]).includes(name),
  );
  if (found === undefined) return null;
  return letters || ALWAYS.includes(found) ? found : null;
}
