import { BEFORE_ANSWER, type Sentence } from '../segment/sentences';
import { type Stretch, type Token } from '../model/token';
import { positionsBetween } from '../normalise/at-position';
import { type Cue, type CueCategory } from './cue';
import { type CueLexicon } from './cue-lexicon';
import { asksForFact, asksWhich, isClauseEnd, isDenying, isItemDivider } from './statements';

/** What answers a question: says yes, no, or that nobody knows. */
export type Answer = Extract<CueCategory, 'affirmed' | 'negated' | 'possible'>;

/** Behind who answers: "Pt:", 答：. */
const ENDS_SPEAKER = ':';
const LONGEST_SPEAKER = 6;

/** Where an answer begins in a sentence that somebody speaks: "Pt: *since Tuesday*"; undefined where nobody is named. */
function answerStart(tokens: readonly Token[], { from, to }: Stretch): number | undefined {
  // 肚子痛吗？——不痛
  if (tokens[from]?.text === '-') return positionsBetween(from, to).find((at) => tokens[at]?.text !== '-');
  // 抽烟吗？A 不抽
  if (tokens[from]?.text === 'a' && tokens[from + 1]?.kind === 'han') return from + 1;
  for (let at = from; at < Math.min(to, from + LONGEST_SPEAKER); at += 1) {
    if (tokens[at]?.text === ENDS_SPEAKER) return at > from ? at + 1 : undefined;
    if (!BEFORE_ANSWER.has(tokens[at]?.text ?? '')) return undefined;
  }
  return undefined;
}

const endsStatement = (token: Token | undefined): boolean =>
  token === undefined || isClauseEnd(token) || /^[.?]$/.test(token.text);
const endsClause = (token: Token | undefined): boolean =>
  token === undefined || endsStatement(token) || isItemDivider(token);

const endOfClause = (tokens: readonly Token[], from: number): number => {
  let at = from;
  while (!endsClause(tokens[at])) at += 1;
  return at;
};

/** 咳嗽？*不咳*: whether a clause denies in the words of the question. */
function deniesInItsWords(tokens: readonly Token[], from: number, asked: Stretch): boolean {
  if (!isDenying(tokens[from])) return false;
  const words = new Set(positionsBetween(asked.from, asked.to).map((at) => tokens[at]?.key));
  return tokens
    .slice(from + 1, endOfClause(tokens, from))
    .some((token) => !isDenying(token) && words.has(token.key));
}

/** "A: *neither*", "Pt: *shakes head*", "A: *all gone*": whether the first clause of an answer is one that says no, or that it is over. */
const saysNo = (tokens: readonly Token[], from: number, to: number, cues: CueLexicon): boolean =>
  cues
    .at(tokens, from, to)
    ?.cues.some(
      ({ category, direction, over }) =>
        direction === 'backward' && (category === 'negated' || (category === 'historical' && over === true)),
    ) === true;

/** 疼不疼？答：*不疼*: whether the first clause of an answer denies, in the words of the question or in a word of its own. */
const denies = (tokens: readonly Token[], from: number, asked: Stretch): boolean =>
  deniesInItsWords(tokens, from, asked) ||
  (isDenying(tokens[from]) && endOfClause(tokens, from + 1) <= from + 2);

/** A question that somebody answers. */
export interface Answered {
  readonly answer: Answer;
  /** What is asked, without its mark: the last clause before it. */
  readonly asked: Stretch;
}

/** The clause that a mark of question ends. */
function askedBefore(tokens: readonly Token[], { from, to }: Stretch): Stretch {
  let start = to;
  while (start > from && !endsStatement(tokens[start - 1])) start -= 1;
  return { from: start, to };
}

/**
 * How a question is answered by what somebody says behind it: "Short of breath? Pt: *by the third floor*" says yes. Of a question that asks
 * what, when or which of two an answer says neither.
 *
 * @param sentence the question, without its mark
 * @param next what stands behind it
 */
export function answerTo(
  tokens: readonly Token[],
  sentence: Sentence,
  next: Sentence | undefined,
  cues: CueLexicon,
): Answered | undefined {
  if (next === undefined || tokens[sentence.to]?.text !== '?') return undefined;
  const asked = askedBefore(tokens, sentence);
  if (asksWhich(tokens, asked.from, asked.to)) return undefined;
  const start = answerStart(tokens, next);
  if (start === undefined || start >= next.to)
    return deniesInItsWords(tokens, next.from, asked) ? { answer: 'negated', asked } : undefined;
  const saysNothing = ({ category, direction }: Cue): boolean =>
    category === 'possible' && direction === 'backward';
  for (let at = start; at < next.to && !endsClause(tokens[at]); at += 1)
    if (cues.at(tokens, at, next.to)?.cues.some(saysNothing) === true) return { answer: 'possible', asked };
  const isNo = denies(tokens, start, asked) || saysNo(tokens, start, next.to, cues);
  return { answer: isNo ? 'negated' : 'affirmed', asked };
}

/**
 * "Has she lost any weight?": what is asked of somebody and nobody answers; of it nothing is known.
 *
 * @param sentence the question, without its mark
 */
export function askedInVain(
  tokens: readonly Token[],
  sentence: Stretch,
  cues: CueLexicon,
): Stretch | undefined {
  if (tokens[sentence.to]?.text !== '?') return undefined;
  const asked = askedBefore(tokens, sentence);
  if (!asksForFact(tokens, asked.from, asked.to)) return undefined;
  const next = cues.at(tokens, sentence.to + 1, sentence.to + 1 + LONGEST_SPEAKER)?.cues ?? [];
  const isAnswer = next.some(({ direction }) => direction === 'backward');
  return isAnswer ? undefined : asked;
}
