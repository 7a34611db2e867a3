import { type Scopes } from '../assertion/scope';
import { type PhraseDictionary } from '../lexicon/phrase-dictionary';
import { type Mention } from '../matching/mention';
import { type Sentence } from '../segmentation/sentences';
import { type Token } from '../text/tokens';
import { type Duration } from './durations';
import { type AttributeCue } from './illness-cues';

/** Sections whose times are not those of the present illness. */
export const ELSEWHERE: ReadonlySet<Sentence['section']> = new Set([
  'past',
  'family',
  'social',
  'drugs',
  'allergies',
  'plan',
  'laboratory',
  'imaging',
]);

export const BACKGROUND_SCOPES = [
  'family',
  'other-person',
  'conditional',
  'planned',
  'historical',
  'negated',
] as const;

/** What the stage needs to know of a sentence. */
export interface AttributeContext {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  /** Every stretch of time in the sentence. */
  readonly durations: readonly Duration[];
  readonly scopes: Scopes;
  readonly cues: PhraseDictionary<AttributeCue>;
  /** Tokens that tell age and sex: 男，5个月 is no length of an illness. */
  readonly demographicTokens: ReadonlySet<number>;
  /** Whether a mention is about the past or the person's background rather than the present illness. */
  isBackground(mention: Mention): boolean;
}

/** A clause is at most this long to either side of a time, however long a text goes on without a mark. */
const CLAUSE_REACH = 60;
const CLAUSE_BREAK = /^[,;；:()]$/;

export function clauseOf({ tokens, sentence }: AttributeContext, position: number): [number, number] {
  const isBreak = (at: number): boolean => CLAUSE_BREAK.test(tokens[at]?.text ?? '');
  const [first, last] = [
    Math.max(sentence.from, position - CLAUSE_REACH),
    Math.min(sentence.to, position + CLAUSE_REACH),
  ];
  let from = position;
  while (from > first && !isBreak(from - 1)) from -= 1;
  let to = position;
  while (to < last && !isBreak(to)) to += 1;
  return [from, to];
}

export function inBackground(context: AttributeContext, from: number, to: number): boolean {
  for (let position = from; position < to; position += 1) {
    const scope = context.scopes.at(position);
    if (BACKGROUND_SCOPES.some((kind) => scope.has(kind))) return true;
  }
  return false;
}
