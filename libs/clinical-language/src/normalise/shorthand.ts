import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Token, tokenOf } from '../model/token';
import { byKey } from './lists-by-key';
import { normalise } from './normalise';
import { tokenise } from './tokens';

const words = z.array(z.string()).optional();
const rowSchema = z.strictObject({
  written: z.string(),
  reads: z.string(),
  /** Only where it is written so. */
  capitals: z.literal(true).optional(),
  /** One of these stands right before it. */
  behind: words,
  /** One of these stands right behind it. */
  ahead: words,
  /** None of these stands right behind it. */
  unless: words,
  example: z.string(),
  as: z.string(),
});
type Row = z.output<typeof rowSchema>;

/** The rows of `lexicon/en/shorthand.yaml`; their examples are their tests. */
export const SHORTHAND_ROWS: readonly Row[] = lexiconRows('en/shorthand', z.array(rowSchema));

interface Shorthand {
  readonly row: Row;
  readonly parts: readonly string[];
  readonly reads: readonly Token[];
}

const SHORTHAND = byKey(
  SHORTHAND_ROWS.map((row): Shorthand => ({
    row,
    parts: tokenise(normalise(row.written)).map(({ text }) => text),
    reads: tokenise(normalise(row.reads)),
  })).sort((a, b) => b.parts.length - a.parts.length),
  ({ parts: [first = ''] }) => first,
);

/** What joins letters to what stands beside them: "anti-HA", "HA1/2". */
const JOINS: ReadonlySet<string> = new Set(['-', '/', "'"]);

const isGlued = (one: Token | undefined, next: Token | undefined): boolean =>
  one !== undefined && next !== undefined && one.end === next.start;

/** Whether a part of a longer sign begins or ends here. */
const isJoined = (beside: Token | undefined, isNext: boolean, hasMarks: boolean): boolean =>
  isNext &&
  beside !== undefined &&
  (beside.kind !== 'mark' || (hasMarks ? JOINS.has(beside.text) : beside.text === '-'));

function standsAt(tokens: readonly Token[], at: number, { row, parts }: Shorthand): boolean {
  const end = at + parts.length;
  const [before, first, last, behind] = [tokens[at - 1], tokens[at], tokens[end - 1], tokens[end]];
  if (row.capitals === true && first?.capitals !== true) return false;
  const isWritten = parts.every(
    (part, index) =>
      tokens[at + index]?.text === part &&
      (index === 0 || isGlued(tokens[at + index - 1], tokens[at + index])),
  );
  if (!isWritten) return false;
  const hasMarks = parts.length > 1;
  if (isJoined(before, isGlued(before, first), hasMarks) || isJoined(behind, isGlued(last, behind), hasMarks))
    return false;
  const { behind: wanted, ahead, unless } = row;
  return (
    (wanted?.includes(before?.text ?? '') ?? true) &&
    (ahead?.includes(behind?.text ?? '') ?? true) &&
    unless?.includes(behind?.text ?? '') !== true
  );
}

/** The words of a shorthand: each stands where its letter does in "n/v", and all where the sign does in "LLE". */
function spelledOut({ parts, reads }: Shorthand, start: number, end: number): Token[] {
  if (parts.length === 1) return reads.map((token) => tokenOf({ ...token, start, end }));
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
      (each) => !(inCapitals && each.row.capitals === true) && standsAt(tokens, at, each),
    );
    if (one === undefined) {
      written.push(token);
      at += 1;
      continue;
    }
    const to = at + one.parts.length;
    written.push(...spelledOut(one, token.start, tokens[to - 1]?.end ?? token.end));
    at = to;
  }
  return written;
}
