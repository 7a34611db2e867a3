import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Stretch, type Token } from '../model/token';
import { standsAt, textAt } from '../normalise/at-position';
import { byKey, gather } from '../normalise/lists-by-key';
import { surfaceKeys } from '../normalise/phrases';

/** What an answer says of its item. */
const SAYS = ['yes', 'no', 'unsure', 'past', 'unasked'] as const;
export type Says = (typeof SAYS)[number];

/** An answer. Token positions, end exclusive. */
export interface Answer extends Stretch {
  readonly says: Says;
  /** Whether it is a sign, which is also written for other things. */
  readonly isSign: boolean;
  /** The text itself explains what it stands for. */
  readonly isExplained?: true;
}

/** `lexicon/answers.yaml`. */
const ROWS = lexiconRows(
  'answers',
  z.record(z.enum(SAYS), z.strictObject({ words: z.array(z.string()), signs: z.array(z.string()) })),
);

/** Words that are answers, whatever they say. */
export const ANSWER_WORDS: readonly string[] = SAYS.flatMap((says) => ROWS[says].words);

interface Phrase {
  readonly keys: readonly string[];
  readonly says: Says;
  readonly isSign: boolean;
}

const phrasesOf = (says: Says, phrases: readonly string[], isSign: boolean): Phrase[] =>
  phrases.map((phrase) => ({ keys: surfaceKeys(phrase), says, isSign }));
const longestFirst = (a: Phrase, b: Phrase): number => b.keys.length - a.keys.length;
const PHRASES = byKey(
  gather(SAYS, (says) => [
    ...phrasesOf(says, ROWS[says].words, false),
    ...phrasesOf(says, ROWS[says].signs, true),
  ]).sort(longestFirst),
  ({ keys: [first = ''] }) => first,
);

/** The answer of the lexicon that begins at a position. */
export function phraseAt(tokens: readonly Token[], at: number): Answer | undefined {
  const found = PHRASES.get(textAt(tokens, at))?.find(({ keys }) => standsAt(tokens, at, keys));
  return found && { from: at, to: at + found.keys.length, says: found.says, isSign: found.isSign };
}

/** What stands between an answer of then and that of now, which counts. */
const CHANGES = /^(?:→|➜|⇒|->|=>)$/;

/** 有→无: whether the answer of then stands on one side and that of now on the other. */
export const isChange = (tokens: readonly Token[], at: number): boolean =>
  CHANGES.test(textAt(tokens, at)) &&
  phraseAt(tokens, at - 1)?.to === at &&
  phraseAt(tokens, at + 1) !== undefined;

/** Crosses: a no beside ticks, else what chooses. */
const CROSSES: ReadonlySet<string> = new Set(['x', '×', 'v', 'ˇ']);
const TICKS: ReadonlySet<string> = new Set(['√', '✓', '✔', '✅', '○', '⭕']);

/** Of a side effect, as oncologists count it: G0 is none. */
const GRADE = /^g[0-4]$/;

/** The answers of one text: those of the lexicon, and the codes that a key of the text explains. */
export class Answers {
  private readonly cross: Says;
  /** Whether anything is a code: most texts have none. */
  readonly hasCodes: boolean;

  constructor(
    readonly tokens: readonly Token[],
    /** What codes mean, by their text. */
    private readonly codes: ReadonlyMap<string, Says>,
    /** Whether every number above nought says yes. */
    private readonly hasScores: boolean,
  ) {
    const ticks = tokens.some(({ text }) => TICKS.has(text));
    this.cross = ticks ? 'no' : 'yes';
    this.hasCodes = codes.size > 0 || tokens.some(({ text }) => GRADE.test(text));
  }

  /** The answer that begins at a position. */
  at(at: number): Answer | undefined {
    const first = this.oneAt(at);
    const now = first && CHANGES.test(textAt(this.tokens, first.to)) ? this.oneAt(first.to + 1) : undefined;
    if (first === undefined || now === undefined) return first;
    return { ...now, from: at, isExplained: true };
  }

  private oneAt(at: number): Answer | undefined {
    const phrase = phraseAt(this.tokens, at);
    // "+/-" where "+" is explained
    const isLonger = phrase !== undefined && phrase.to > at + 1;
    return (isLonger ? phrase : this.codeAt(at)) ?? phrase ?? this.crossAt(at);
  }

  codeAt(at: number): Answer | undefined {
    const token = this.tokens[at];
    if (token === undefined) return undefined;
    const explained = this.codes.get(token.text);
    if (explained !== undefined)
      return { from: at, to: at + 1, says: explained, isSign: token.kind === 'mark', isExplained: true };
    const says = this.scoreOf(token);
    if (says === undefined && GRADE.test(token.text)) return phraseAt(this.tokens, at);
    return says && { from: at, to: at + 1, says, isSign: token.kind === 'mark' };
  }

  private scoreOf({ kind, text }: Token): Says | undefined {
    return this.hasScores && kind === 'number' && /^\d{1,2}$/.test(text)
      ? Number(text) === 0
        ? 'no'
        : 'yes'
      : undefined;
  }

  private crossAt(at: number): Answer | undefined {
    return CROSSES.has(textAt(this.tokens, at))
      ? { from: at, to: at + 1, says: this.cross, isSign: true }
      : undefined;
  }

  /** The answer that is all there is between two positions: brackets around it left out, a sign before its word. */
  whole({ from, to }: Stretch): Answer | undefined {
    const { tokens } = this;
    const isBracketed =
      to - from > 2 && OPEN.test(textAt(tokens, from)) && CLOSE.test(textAt(tokens, to - 1));
    return this.series(from, to) ?? (isBracketed ? this.series(from + 1, to - 1) : undefined);
  }

  private series(from: number, to: number): Answer | undefined {
    const first = this.at(from);
    if (first === undefined || first.to === to || !first.isSign) return first?.to === to ? first : undefined;
    const second = this.at(first.to);
    return second?.to === to && !second.isSign ? second : undefined;
  }
}

export const OPEN = /^[([{<〔【「“"_]$/;
export const CLOSE = /^[)\]}>〕】」”"_]$/;
