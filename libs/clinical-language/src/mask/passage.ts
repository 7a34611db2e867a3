import { type Token } from '../model/token';
import { type NormalisedText } from '../normalise/normalise';
import { tokenise } from '../normalise/tokens';
import { CueTrie } from './cue-trie';
import { type CueRow, cues, type Target, TARGETS } from './mask-lexicon';

type Weighed = readonly (readonly [Target, number])[];
/** A row of cues as it is asked at every token. */
interface Cue {
  readonly before: Weighed;
  readonly after: Weighed;
  readonly link: string;
  readonly orDisease: boolean;
}
const weighed = (given: CueRow['before']): Weighed => Object.entries(given ?? {}) as [Target, number][];

const CUES = new CueTrie<Cue>();
for (const { before, after, link, orDisease = false, words, phrases } of cues()) {
  const cue = { before: weighed(before), after: weighed(after), link, orDisease };
  for (const phrase of [...words, ...phrases]) CUES.add(phrase, cue);
}

/** What speaks for a target at each token; of several cues the strongest counts. */
type Weights = Readonly<Record<Target, Float32Array>>;
const weightsOf = (size: number): Weights =>
  Object.fromEntries(TARGETS.map((target) => [target, new Float32Array(size)])) as Weights;

function strengthen(weights: Weights, at: number, given: Weighed): void {
  for (const [target, weight] of given) {
    const stands = weights[target][at];
    if (stands !== undefined && Math.abs(weight) > Math.abs(stands)) weights[target][at] = weight;
  }
}

/** A text as tokens, each with what the cues around it speak for. */
export class Passage {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** At a token: the cues that end before it. */
  readonly before: Weights;
  /** At a token: the cues that begin with it. */
  readonly after: Weights;

  constructor(private readonly source: NormalisedText) {
    this.text = source.text;
    this.tokens = tokenise(source);
    this.before = weightsOf(this.tokens.length + 1);
    this.after = weightsOf(this.tokens.length + 1);
    for (let at = 0; at < this.tokens.length; at += 1) {
      CUES.at(this.tokens, at, (cue, to) => {
        this.mark(cue, at, to);
      });
    }
  }

  private mark({ before, after, link, orDisease }: Cue, from: number, to: number): void {
    if (!this.isWhole(from, to) || (orDisease && this.kind(from - 1) === 'number')) return;
    const endsSentence = orDisease && this.isShouted(from) && !this.isShouted(to + 1);
    if (before.length > 0) {
      strengthen(this.before, to, before);
      for (let next = to; next < to + 3 && !endsSentence && this.isLink(next, link); next += 1)
        strengthen(this.before, next + 1, before);
    }
    if (after.length > 0) {
      strengthen(this.after, from, after);
      for (let back = from - 1; back > from - 3 && this.isLink(back, link); back -= 1)
        strengthen(this.after, back, after);
    }
  }

  private isShouted(at: number): boolean {
    const written = this.written(at);
    return written === written.toUpperCase();
  }

  /** "ms" of "5ms" and "may" of "may-be" are no words of their own. */
  private isWhole(from: number, to: number): boolean {
    const first = this.tokens[from];
    return (
      first?.kind !== 'word' ||
      this.gap(from) !== '' ||
      this.tokens[from - 1]?.kind !== 'number' ||
      to > from + 1
    );
  }

  private isLink(at: number, link: string): boolean {
    const token = this.tokens[at];
    if (token === undefined) return false;
    return link.includes(token.kind === 'line-end' ? '\n' : token.kind === 'number' ? '0' : token.text);
  }

  /** A word as it was written. */
  written(at: number): string {
    const token = this.tokens[at];
    return token === undefined ? '' : this.text.slice(token.start, token.end);
  }

  /** What stands between a token and the one before. */
  gap(at: number): string {
    const token = this.tokens[at];
    return token === undefined ? '\n' : this.text.slice(this.tokens[at - 1]?.end ?? 0, token.start);
  }

  kind(at: number): Token['kind'] | undefined {
    return this.tokens[at]?.kind;
  }

  is(at: number, text: string): boolean {
    return this.tokens[at]?.text === text;
  }

  /** Not where one character stands for several: 2½ is no 21/2. */
  isAsGiven(start: number, end: number): boolean {
    const original = this.source.toOriginal(start, end);
    return original.end - original.start >= end - start;
  }

  /** The token that begins at an offset or, where none does, the next. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.tokens[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  start(at: number): number {
    return this.tokens[at]?.start ?? this.text.length;
  }

  end(at: number): number {
    return this.tokens[at]?.end ?? this.text.length;
  }
}
