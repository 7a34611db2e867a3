import { type Token } from '../model/token';
import { normalise } from './normalise';
import { tokenise } from './tokens';
import { given, gather } from './lists-by-key';

/** What of a token a context is compared with: its text, or its stem. */
export type KeyOf = (token: Token) => string;

/** Words by their class, `<name>` as patterns name it. */
export type Classes = ReadonlyMap<string, readonly string[]>;

/** One step of a pattern, away from the words in question. */
interface Step {
  /** The words that fill it, each as the keys of its tokens. */
  readonly words: readonly (readonly string[])[];
  readonly kinds: readonly ((token: Token | undefined) => boolean)[];
  readonly isNot: boolean;
  /** Right behind the token before it. */
  readonly isGlued: boolean;
  readonly least: number;
  readonly most: number;
}

const KINDS: Readonly<Record<string, (token: Token | undefined) => boolean>> = {
  '<other>': (token) => token?.kind !== 'word',
  '<digit>': (token) => token?.kind === 'number' && token.text.length === 1,
};
const REPEATS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '?': [0, 1],
  '*': [0, 3],
  '+': [1, 3],
};
const STEP = /^(!?)(&?)(.+?)([?*+]?)$/u;
const FROM_HERE = '…';

/**
 * Words that stand in a context, told by a pattern of the lexicon (`lexicon/en/other-senses.yaml` tells how one is
 * written). Every step looks a few tokens far: a text is read in linear time.
 */
export class WordContext {
  /** The words in question; those of a longer word follow one another. */
  readonly words: readonly string[];
  /** Whether they may be the end, or the beginning, of something longer. */
  readonly mayFollow: boolean;
  readonly mayGoOn: boolean;
  private readonly own: readonly Step[];
  private readonly before: readonly Step[];
  private readonly after: readonly Step[];

  constructor(
    pattern: string,
    classes: Classes,
    private readonly keyOf: KeyOf,
  ) {
    const [, before = '', own = '', after = ''] = /^([^[]*)\[([^\]]*)\]([^\]]*)$/u.exec(pattern) ?? [];
    const stepsOf = (part: string): Step[] =>
      given(part.split(' '), (step) =>
        step === '' || step === FROM_HERE ? undefined : this.step(step, classes),
      );
    this.mayFollow = own.startsWith(FROM_HERE);
    this.mayGoOn = own.endsWith(FROM_HERE);
    this.before = stepsOf(before).reverse();
    this.own = gather(stepsOf(own), inSteps);
    this.after = stepsOf(after);
    this.words = (this.mayFollow ? this.own.at(-1) : this.own[0])?.words.map(([key = '']) => key) ?? [];
  }

  /** How many tokens the words in question are. */
  get length(): number {
    return this.own.length;
  }

  /** Whether the words stand at a position, in their context. */
  standsAt(tokens: readonly Token[], at: number): boolean {
    const to = at + this.own.length;
    return (
      this.own.every((step, index) => this.lengthsAt(step, tokens, at + index, 1).length > 0) &&
      this.holds(this.after, tokens, to, 1) &&
      this.holds(this.before, tokens, at - 1, -1)
    );
  }

  private step(written: string, classes: Classes): Step {
    const gap = /^~(\d)$/.exec(written)?.[1];
    if (gap !== undefined) return { ...ANYTHING, most: Number(gap) };
    const [, not, glued, list = '', repeat = ''] = STEP.exec(written) ?? [];
    const [least, most] = REPEATS[repeat] ?? [1, 1];
    const named = list.split('|');
    return {
      kinds: given(named, (name) => KINDS[name]),
      words: gather(named, (name) => classes.get(name) ?? (name in KINDS ? [] : [name])).map((word) =>
        tokenise(normalise(word)).map(this.keyOf),
      ),
      isNot: not !== '',
      isGlued: glued !== '',
      least,
      most,
    };
  }

  private holds(
    steps: readonly Step[],
    tokens: readonly Token[],
    at: number,
    way: 1 | -1,
    done = 0,
  ): boolean {
    const [step, ...rest] = steps;
    if (step === undefined) return true;
    if (done >= step.least && this.holds(rest, tokens, at, way)) return true;
    if (done >= step.most) return false;
    return this.lengthsAt(step, tokens, at, way).some((length) =>
      this.holds(steps, tokens, at + way * length, way, done + 1),
    );
  }

  /** How many tokens fill a step from a position on; none where it is not filled. */
  private lengthsAt(step: Step, tokens: readonly Token[], at: number, way: 1 | -1): number[] {
    const token = tokens[at];
    if (step.isGlued && tokens[at - 1]?.end !== token?.start) return [];
    const ofKind = step.kinds.some((is) => is(token)) ? [1] : [];
    const ofWords = step.words.filter((keys) => {
      const start = way === 1 ? at : at - keys.length + 1;
      return keys.every((key, index) => {
        const each = tokens[start + index];
        return each !== undefined && this.keyOf(each) === key;
      });
    });
    const lengths = [...ofKind, ...ofWords.map(({ length }) => length)];
    return step.isNot ? (lengths.length === 0 ? [1] : []) : lengths;
  }
}

const ANYTHING: Step = {
  words: [],
  kinds: [(token) => token !== undefined],
  isNot: false,
  isGlued: false,
  least: 0,
  most: 0,
};

/** A word of several tokens as a step for each. */
const inSteps = (step: Step): Step[] => {
  const [first = []] = step.words;
  if (first.length < 2) return [step];
  return first.map((key) => ({ ...step, words: [[key]] }));
};

/** The words in question of a pattern where there are several, in the one step that names them. */
const SEVERAL = /(?<=\[[^\]]*)[^[\s]+\|[^\]\s]+(?=[^[]*\])/u;

/** A context for each of the words in question: they may be of several tokens, and not of as many. */
export function contextsOf(pattern: string, classes: Classes, keyOf: KeyOf): WordContext[] {
  const words = SEVERAL.exec(pattern)?.[0];
  const patterns = words?.split('|').map((word) => pattern.replace(words, word)) ?? [pattern];
  return patterns.map((one) => new WordContext(one, classes, keyOf));
}

/** Finds contexts by the words that they are about. */
export function contextsByWord<T extends { readonly context: WordContext }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const row of rows)
    for (const word of row.context.words) index.set(word, [...(index.get(word) ?? []), row]);
  return index;
}
