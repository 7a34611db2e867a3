import {
  classOf,
  phraseAt,
  type Phrases,
  type Piece,
  type StatementRow,
  wordsAsClass,
} from '../../recognise/person-lexicon';
import { type Age, type Capture, CAPTURES, type Captures } from './quantities';

type Step =
  | { readonly is: 'start' }
  | { readonly is: 'end' }
  | { readonly is: 'glued' }
  | { readonly is: 'gap' }
  | { readonly is: 'word' }
  | {
      readonly is: 'words';
      readonly phrases: readonly Phrases<string>[];
      readonly optional: boolean;
      readonly orEdge: boolean;
    }
  | { readonly is: 'not'; readonly phrases: readonly Phrases<string>[] }
  | { readonly is: 'capture'; readonly capture: Capture; readonly optional: boolean };

/** A row of statements by one of its patterns. */
export interface Pattern {
  readonly row: StatementRow;
  readonly steps: readonly Step[];
}

/** A masked name stands in brackets and is a word among others. */
const MARKS: ReadonlySet<string> = new Set([...',.;:()。!?\n、"']);
const MAX_GAP = 6;

function stepOf(written: string): Step {
  if (written === '^') return { is: 'start' };
  if (written === '$') return { is: 'end' };
  if (written === '&') return { is: 'glued' };
  if (written === '~') return { is: 'gap' };
  if (written === '_') return { is: 'word' };
  if (written.startsWith('!')) return { is: 'not', phrases: phrasesIn(written.slice(1).split('|')) };
  const optional = written.length > 1 && written.endsWith('?');
  const body = optional ? written.slice(0, -1) : written;
  const capture = /^<(\w+)>$/.exec(body)?.[1];
  if (capture !== undefined) return { is: 'capture', capture: capture as Capture, optional };
  const alternatives = body.split('|');
  return { is: 'words', phrases: phrasesIn(alternatives), optional, orEdge: alternatives.includes('$') };
}

function phrasesIn(alternatives: readonly string[]): Phrases<string>[] {
  const literal = alternatives.filter((one) => one !== '$' && !/^\{.+\}$/.test(one));
  const named = alternatives.filter((one) => /^\{.+\}$/.test(one)).map((one) => classOf(one.slice(1, -1)));
  return literal.length > 0 ? [...named, wordsAsClass(literal)] : named;
}

/** A line of the lexicon as steps: words, `{class}`, `<capture>`, `?` optional, `^` and `$` a mark or an edge, `&` no space, `~` up to six words, `_` one, `!` not followed by. */
export const patternOf = (row: StatementRow, written: string): Pattern => ({
  row,
  steps: written.split(' ').map(stepOf),
});

/** Where a pattern ends, and the age that it captured. */
export interface Match {
  readonly to: number;
  readonly age?: Age;
  readonly ageAt?: number;
  readonly ageTo?: number;
}

const isEdge = (piece: Piece | undefined): boolean => piece === undefined || MARKS.has(piece.text);

/** Matches the steps from `index` on; the words of an optional step are preferred to their absence. */
function matchAt(pattern: Pattern, captures: Captures, from: number, index = 0): Match | undefined {
  const step = pattern.steps[index];
  const { pieces } = captures;
  if (step === undefined) return { to: from };
  const next = index + 1;
  if (step.is === 'start')
    return isEdge(pieces[from - 1]) ? matchAt(pattern, captures, from, next) : undefined;
  if (step.is === 'end') return isEdge(pieces[from]) ? matchAt(pattern, captures, from, next) : undefined;
  if (step.is === 'glued')
    return pieces[from]?.glued === true ? matchAt(pattern, captures, from, next) : undefined;
  if (step.is === 'word')
    return isEdge(pieces[from]) ? undefined : matchAt(pattern, captures, from + 1, next);
  if (step.is === 'not')
    return step.phrases.some((phrases) => phraseAt(phrases, pieces, from))
      ? undefined
      : matchAt(pattern, captures, from, next);
  if (step.is === 'gap') return matchBehindGap(pattern, captures, from, next);
  if (step.is === 'capture') {
    const read = captures.at(step.capture, from);
    const rest = read && matchAt(pattern, captures, read.to, next);
    if (rest !== undefined) return { age: read?.value, ageAt: from, ageTo: read?.to, ...rest } as Match;
  } else {
    if (step.orEdge && isEdge(pieces[from])) return matchAt(pattern, captures, from, next);
    for (const phrases of step.phrases) {
      const found = phraseAt(phrases, pieces, from);
      const rest = found && matchAt(pattern, captures, found.to, next);
      if (rest !== undefined) return rest;
    }
  }
  return step.optional ? matchAt(pattern, captures, from, next) : undefined;
}

function matchBehindGap(
  pattern: Pattern,
  captures: Captures,
  from: number,
  index: number,
): Match | undefined {
  for (let to = from; to <= from + MAX_GAP; to += 1) {
    const rest = matchAt(pattern, captures, to, index);
    if (rest !== undefined || isEdge(captures.pieces[to])) return rest;
  }
  return undefined;
}

/** What the first piece of a match may be: a word, or what a capture reads. */
function firstOf({ steps }: Pattern): Set<string> {
  const first = new Set<string>();
  for (const step of steps) {
    if (step.is === 'capture') first.add(`<${step.capture}>`);
    else if (step.is === 'words')
      step.phrases.forEach((phrases) => [...phrases.keys()].forEach((word) => first.add(word)));
    if (step.is !== 'start' && step.is !== 'not' && !('optional' in step && step.optional)) break;
  }
  return first;
}

/** Calls `found` for every pattern that matches at a place. */
export type Matcher = (
  captures: Captures,
  at: number,
  found: (pattern: Pattern, match: Match) => void,
) => void;

/** Patterns made ready to be looked for, by what may open them. */
export function matcherOf(patterns: readonly Pattern[]): Matcher {
  const byFirst = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    for (const word of firstOf(pattern)) byFirst.set(word, [...(byFirst.get(word) ?? []), pattern]);
  }
  const ofCapture = CAPTURES.map((capture) => [capture, byFirst.get(`<${capture}>`) ?? []] as const);
  return (captures, at, found) => {
    const tryAll = (some: readonly Pattern[]): void => {
      for (const pattern of some) {
        const match = matchAt(pattern, captures, at);
        if (match !== undefined) found(pattern, match);
      }
    };
    const own = byFirst.get(captures.pieces[at]?.text ?? '');
    if (own !== undefined) tryAll(own);
    if (!captures.opensNumber(at)) return;
    for (const [capture, some] of ofCapture) {
      if (some.length > 0 && captures.at(capture, at) !== undefined) tryAll(some);
    }
  };
}
