import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Token, tokenOf } from '../model/token';
import { normalise } from './normalise';
import { GLUES } from './spelt-letters';
import { tokenise } from './tokens';
import { contextsByWord, WordContext } from './word-context';

const rowSchema = z.strictObject({
  pattern: z.string(),
  reads: z.string(),
  /** Only where it is written so. */
  capitals: z.literal(true).optional(),
  /** Also where it is written onto a number: "34yof". */
  behindNumber: z.literal(true).optional(),
  example: z.string(),
  as: z.string(),
});

/** The rows of `lexicon/en/shorthand.yaml`; their examples are their tests. */
export const SHORTHAND_ROWS = lexiconRows('en/shorthand', z.array(rowSchema));

interface Shorthand {
  readonly context: WordContext;
  readonly reads: readonly Token[];
  readonly isCapital: boolean;
  readonly isBehindNumber: boolean;
}

const SHORTHAND = contextsByWord(
  SHORTHAND_ROWS.map(({ pattern, reads, capitals = false, behindNumber = false }): Shorthand => ({
    context: new WordContext(pattern, new Map(), ({ text }) => text),
    reads: tokenise(normalise(reads)),
    isCapital: capitals,
    isBehindNumber: behindNumber,
  })),
);

/** Whether what stands beside a sign makes it a part of something longer: "anti-HA", "n/v" in "n/v/d". */
function goesOn(beside: Token | undefined, isGlued: boolean, { context }: Shorthand): boolean {
  if (beside === undefined || !isGlued) return false;
  return beside.kind !== 'mark' || (context.length > 1 ? GLUES.has(beside.text) : beside.text === '-');
}

const mayCling = (before: Token | undefined, { isBehindNumber }: Shorthand): boolean =>
  isBehindNumber && before?.kind === 'number';

function isWritten(tokens: readonly Token[], at: number, one: Shorthand): boolean {
  const { context, isCapital } = one;
  const [before, first] = [tokens[at - 1], tokens[at]];
  const [last, behind] = [tokens[at + context.length - 1], tokens[at + context.length]];
  // an arrow clings to the word that it is about: 食欲↓
  const isSign = first?.kind === 'mark';
  return (
    (!isCapital || first?.capitals === true) &&
    context.standsAt(tokens, at) &&
    (isSign || mayCling(before, one) || !goesOn(before, before?.end === first?.start, one)) &&
    (isSign || !goesOn(behind, last?.end === behind?.start, one))
  );
}

/** The words of a shorthand: each stands where its letter does in "n/v", and all where the sign does in "LLE". */
function spelledOut({ context, reads }: Shorthand, start: number, end: number): Token[] {
  if (context.length === 1) return reads.map((token) => tokenOf({ ...token, start, end }));
  const place = (index: number): number => start + Math.floor((index * (end - start)) / reads.length);
  return reads.map((token, index) => tokenOf({ ...token, start: place(index), end: place(index + 1) }));
}

/** A text in capitals has no abbreviations that capitals tell. */
const MOST_CAPITALS = 0.5;
/** Of fewer words capitals tell all the same: "HA, DOE". */
const FEW_WORDS = 8;

function isAllInCapitals(tokens: readonly Token[]): boolean {
  const written = tokens.filter(({ kind, text }) => kind === 'word' && text.length > 1);
  return (
    written.length > FEW_WORDS &&
    written.filter(({ capitals }) => capitals === true).length > MOST_CAPITALS * written.length
  );
}

/** Reads what notes write for words as the words: "HA", "n/v/d", "LLE weakness". */
export function writeShorthand(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => SHORTHAND.has(text))) return tokens;
  const inCapitals = isAllInCapitals(tokens);
  const written: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const one = SHORTHAND.get(token.text)?.find(
      (each) => !(inCapitals && each.isCapital) && isWritten(tokens, at, each),
    );
    if (one === undefined) {
      written.push(token);
      at += 1;
      continue;
    }
    const to = at + one.context.length;
    written.push(...spelledOut(one, token.start, tokens[to - 1]?.end ?? token.end));
    at = to;
  }
  return written;
}
