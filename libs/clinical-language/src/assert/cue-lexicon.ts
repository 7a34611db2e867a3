import { type Stretch, type Token } from '../model/token';
import { z } from 'zod';
import { DETERMINERS } from '../normalise/function-words';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { Openings } from '../lexicon/openings';
import { normalise } from '../normalise/normalise';
import { NUMBER_ROWS } from '../normalise/numbers';
import { tokenise } from '../normalise/tokens';
import { type Cue, type CueCategory, cueRowSchema } from './cue';
import { gather } from '../normalise/lists-by-key';
import { isClauseEnd } from './statements';

/** The cues of a language by their words. */
export interface CueLexicon {
  /** The longest cue that begins at a position: all it may be, and where it ends. */
  at(
    tokens: readonly Token[],
    position: number,
    to: number,
  ): { readonly cues: readonly Cue[]; readonly to: number } | undefined;
  /** The cues in two parts (`除…外`) whose first part begins at a position, each with its nearest second part. */
  gapsAt(tokens: readonly Token[], position: number, to: number): readonly CueWithGap[];
}

/** A cue in two parts; the gap is what stands between them. */
export interface CueWithGap {
  readonly cue: Cue;
  readonly gap: Stretch;
  readonly to: number;
}

const isPassedOver = ({ kind, text }: Token): boolean => kind === 'word' && DETERMINERS.has(text);

/** A mark in brackets: (-), [+]. */
const MARK_IN_BRACKETS = /^[(（[【]([^()（）[\]【】\p{L}\p{N}\s]+)[)）\]】]$/u;

/** A mark means the same in brackets of any kind. */
function inBrackets(word: string): string[] {
  const [, mark] = MARK_IN_BRACKETS.exec(word) ?? [];
  return mark === undefined ? [word] : [`(${mark})`, `[${mark}]`, `【${mark}】`];
}

/** Stands for any year in the words of a cue. */
const YEAR = '<year>';
const A_YEAR = '1900';
/** Stands for any number, in figures or in words. */
const NUMBER = '<number>';
const A_NUMBER = '777';
const NUMBER_WORDS: ReadonlySet<string> = new Set(
  NUMBER_ROWS.flatMap(({ role, words }) => (role === 'number' || role === 'times' ? words : [])),
);
const isNumber = ({ kind, text }: Token): boolean => kind === 'number' || NUMBER_WORDS.has(text);
const textOf = ({ kind, text }: Token): string =>
  kind === 'number' && /^(?:19|20)\d\d$/.test(text) ? A_YEAR : text;

/** "This morning", "is this": words that point at something are a part of the cue; so is what ends one ("found her"). */
const POINTS = /^(?:this|these|those)$/;
const JOINS = 'that';

/** The phrases of a row's word: `{could not|cannot} be {felt|heard}` stands for four. */
function phrasesOf(word: string): string[] {
  const group = /\{([^}]*)\}/.exec(word);
  if (group === null) return [word];
  const [all, choices = ''] = group;
  return gather(choices.split('|'), (choice) => phrasesOf(word.replace(all, () => choice)));
}

/** What two spellings of a cue have in common: lower case, determiners left out. */
const keysOf = (phrase: string): string[] =>
  tokenise(normalise(phrase.replace(YEAR, A_YEAR).replace(NUMBER, A_NUMBER)))
    .filter((token) => token.kind !== 'line-end')
    .filter((token, at, { length }) => {
      const isEnd = at === length - 1 && token.text !== JOINS;
      return !isPassedOver(token) || POINTS.test(token.text) || isEnd;
    })
    .map(({ text }) => text);

interface Node {
  cues: Cue[];
  /** Behind a gap: how the second part goes on. */
  tail?: Node;
  readonly next: Map<string, Node>;
  /** Any number leads here, and each further word of it. */
  readonly isNumber: boolean;
}

const nodeOf = (isNumber = false): Node => ({ cues: [], next: new Map(), isNumber });

/** Where a token leads. */
function ledFrom(nodes: readonly Node[], token: Token): Node[] {
  const led: Node[] = [];
  const text = textOf(token);
  for (const node of nodes) {
    const next = node.next.get(text);
    if (next !== undefined) led.push(next);
    const number = node.isNumber ? node : node.next.get(A_NUMBER);
    if (number !== undefined && number !== next && isNumber(token)) led.push(number);
  }
  return led;
}

/** What ends some categories by one row and others by another ends both. */
const endsOfBoth = ({ of: one }: Cue, { of: other }: Cue): { of?: ReadonlySet<CueCategory> } =>
  one === undefined || other === undefined ? {} : { of: new Set([...one, ...other]) };

/** Between the two parts of a cue. */
const GAP = '…';
/** A gap holds a list of a few items, no more. */
const LONGEST_GAP = 24;

function nodeAt(root: Node, keys: readonly string[]): Node {
  let node = root;
  for (const key of keys) {
    let next = node.next.get(key);
    if (next === undefined) {
      next = nodeOf(key === A_NUMBER);
      node.next.set(key, next);
    }
    node = next;
  }
  return node;
}

function addPhrase(root: Node, phrase: string, cue: Cue): void {
  const [head = '', ...tails] = phrase.split(GAP);
  let node = nodeAt(root, keysOf(head));
  for (const tail of tails) node = nodeAt((node.tail ??= nodeOf()), keysOf(tail));
  if (node === root) return;
  const same = node.cues.findIndex(
    ({ category, direction }) => category === cue.category && direction === cue.direction,
  );
  const known = node.cues[same];
  if (known === undefined) node.cues.push(cue);
  else {
    const { of: _, ...rest } = known;
    const opens = known.opens === true || cue.opens === true;
    node.cues[same] = { ...rest, ...endsOfBoth(known, cue), ...(opens && { opens }) };
  }
}

/** Compiles the cues of the given files of the lexicon. */
export function cueLexicon(names: readonly string[]): CueLexicon {
  const root = nodeOf();
  for (const name of names)
    for (const {
      category,
      direction,
      reach,
      words,
      of,
      opens,
      closes,
      over,
      commas = !name.startsWith('zh'),
    } of lexiconRows(name, z.array(cueRowSchema)))
      for (const phrase of gather(gather(words, inBrackets), phrasesOf))
        addPhrase(root, phrase, {
          category,
          direction,
          reach,
          commas,
          ...(of && { of: new Set(of) }),
          ...(opens && { opens }),
          ...(closes && { closes }),
          ...(over && { over }),
        });
  const openings = new Openings();
  for (const key of root.next.keys()) openings.add(key);
  const mayBegin = (token: Token | undefined): boolean =>
    token !== undefined && openings.mayBegin(textOf(token)) && root.next.has(textOf(token));
  return {
    at(tokens, position, to) {
      if (!mayBegin(tokens[position])) return undefined;
      let found: { cues: readonly Cue[]; to: number } | undefined;
      walk(root, tokens, position, to, (nodes, end) => {
        const ending = nodes.find(({ cues }) => cues.length > 0);
        // "She has": what the first word ends stays ended, unless it is none here.
        const isNone = ending?.cues.every(({ category }) => category === 'pseudo') === true;
        const before = isNone ? [] : (found?.cues.filter(({ category }) => category === 'ends') ?? []);
        if (ending !== undefined) found = { cues: [...ending.cues, ...before], to: end };
      });
      return found;
    },
    gapsAt(tokens, position, to) {
      if (!mayBegin(tokens[position])) return [];
      const heads: { tail: Node; to: number }[] = [];
      walk(root, tokens, position, to, (nodes, end) => {
        for (const { tail } of nodes) if (tail !== undefined) heads.push({ tail, to: end });
      });
      return gather(heads, ({ tail, to: from }) => nearestTail(tail, tokens, from, to));
    },
  };
}

/** Follows the words from a position on, and tells of each step where they have led. */
function walk(
  root: Node,
  tokens: readonly Token[],
  position: number,
  to: number,
  step: (nodes: readonly Node[], end: number) => void,
): void {
  let nodes: readonly Node[] = [root];
  for (let at = position; at < to && nodes.length > 0; at += 1) {
    const token = tokens[at];
    if (token === undefined) return;
    const next = ledFrom(nodes, token);
    step(next, at + 1);
    // Between signs ("over-the-counter") a determiner is a part of a word.
    const isBetweenWords = at > position && tokens[at - 1]?.kind !== 'mark';
    nodes = isBetweenWords && isPassedOver(token) ? [...next, ...nodes] : next;
  }
}

/** The nearest second part behind a first one that ends at a position; a clause is never left, a comma where the cue says so. */
function nearestTail(tail: Node, tokens: readonly Token[], from: number, to: number): CueWithGap[] {
  let crosses = false;
  for (let at = from + 1; at < Math.min(to, from + LONGEST_GAP); at += 1) {
    const before = tokens[at - 1];
    if (before === undefined || isClauseEnd(before)) return [];
    crosses ||= before.text === ',';
    let found: CueWithGap[] = [];
    walk(tail, tokens, at, to, (nodes, end) => {
      const cues = gather(nodes, (node) => node.cues.filter(({ commas }) => commas || !crosses));
      if (cues.length > 0) found = cues.map((cue) => ({ cue, gap: { from, to: at }, to: end }));
    });
    if (found.length > 0) return found;
  }
  return [];
}
