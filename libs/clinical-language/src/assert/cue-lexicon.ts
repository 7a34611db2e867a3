import { type Stretch, type Token } from '../model/token';
import { Openings } from '../lexicon/openings';
import { NUMBER_ROWS } from '../normalise/numbers';
import { type Cue } from './cue';
import { type CueNode } from './cue-nodes';
import { A_NUMBER, A_YEAR, isPassedOver } from './cue-words';
import { gather } from '../normalise/lists-by-key';
import { isClauseEnd } from './statements';

/** The cues of both languages by their words. */
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

const NUMBER_WORDS: ReadonlySet<string> = new Set(
  NUMBER_ROWS.flatMap(({ role, words }) => (role === 'number' || role === 'times' ? words : [])),
);
const isNumber = ({ kind, text }: Token): boolean => kind === 'number' || NUMBER_WORDS.has(text);
const textOf = ({ kind, text }: Token): string =>
  kind === 'number' && text.length === A_YEAR.length && /^(?:19|20)\d\d$/.test(text) ? A_YEAR : text;

/** Where a token leads. */
function ledFrom(nodes: readonly CueNode[], token: Token): CueNode[] {
  const led: CueNode[] = [];
  const text = textOf(token);
  for (const node of nodes) {
    const next = node.at(text);
    if (next !== undefined) led.push(next);
    const number = node.isNumber ? node : node.at(A_NUMBER);
    if (number !== undefined && number !== next && isNumber(token)) led.push(number);
  }
  return led;
}

/** A gap holds a list of a few items, no more. */
const LONGEST_GAP = 24;

/** The cues of both languages, by the node that all their words lead from. */
export function cueLexicon(root: CueNode): CueLexicon {
  const openings = new Openings();
  for (const [key] of root.children()) openings.add(key);
  const mayBegin = (token: Token | undefined): boolean =>
    token !== undefined && openings.mayBegin(textOf(token)) && root.at(textOf(token)) !== undefined;
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
      const heads: { tail: CueNode; to: number }[] = [];
      walk(root, tokens, position, to, (nodes, end) => {
        for (const { tail } of nodes) if (tail !== undefined) heads.push({ tail, to: end });
      });
      return gather(heads, ({ tail, to: from }) => nearestTail(tail, tokens, from, to));
    },
  };
}

/** Follows the words from a position on, and tells of each step where they have led. */
function walk(
  root: CueNode,
  tokens: readonly Token[],
  position: number,
  to: number,
  step: (nodes: readonly CueNode[], end: number) => void,
): void {
  let nodes: readonly CueNode[] = [root];
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
function nearestTail(tail: CueNode, tokens: readonly Token[], from: number, to: number): CueWithGap[] {
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
