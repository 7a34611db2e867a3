import { type Token, tokenOf } from '../model/token';
import { joinedText, textAt } from '../normalise/at-position';
import { type Answers, phraseAt } from './answers';
import { FORM_WORDS, wordFrom } from './form-words';
import { rewrite } from './forms';

/** What ends a question, with its mark or without. */
const asks = ({ text }: Token): boolean => text === '?' || FORM_WORDS.asks.has(text);
/** A speaker is named in so many tokens. */
const LONGEST_SPEAKER = 8;
const ENDS_SPEAKER = /^[:>】\]]$/;

/** Where an answer begins behind a speaker ("Pt:", 👤, "[10:03] 陈太："), or at the line itself. */
function answerFrom(
  tokens: readonly Token[],
  from: number,
  isAnswer: (at: number) => boolean,
): number | undefined {
  if (isAnswer(from)) return from;
  for (let at = from; at < from + LONGEST_SPEAKER; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'line-end' || asks(token)) return undefined;
    const isEnd = ENDS_SPEAKER.test(token.text) || /^\p{Emoji_Presentation}/u.test(token.text);
    if (isEnd && isAnswer(at + 1)) return at + 1;
  }
  return undefined;
}

/** "[09:13] Mia: no": the tokens of a time of day before a speaker. */
const STAMP = /^\[\d{1,2}:\d{2}(?::\d{2})?\]$/;
const STAMP_TOKENS = [5, 7];

/** Leaves out the times at which something was written: they say nothing of when anything was. */
export const withoutStamps = (tokens: readonly Token[]): readonly Token[] =>
  rewrite(
    tokens,
    (at) => {
      const isStart = at === 0 || tokens[at - 1]?.kind === 'line-end';
      if (!isStart || textAt(tokens, at) !== '[') return undefined;
      const length = STAMP_TOKENS.find((size) => STAMP.test(joinedText(tokens, at, at + size)));
      return length === undefined ? undefined : { from: at, to: at + length };
    },
    () => undefined,
  );

/** Nobody answers more at a time. */
const MOST_QUESTIONS = 6;

/** "Fits? Bitten tongue?" before an answer to all of them: each has it. */
function answerEach(joined: Token[], answer: readonly Token[]): void {
  let questions = 1;
  for (let at = joined.length - 2; at >= 0 && joined[at]?.kind !== 'line-end'; at -= 1) {
    const mark = joined[at];
    if (mark?.text !== '?') continue;
    if (questions === MOST_QUESTIONS) return;
    questions += 1;
    const place = { start: mark.end, end: mark.end };
    const end = tokenOf({ kind: 'mark', text: '。', key: '。', ...place });
    joined.splice(at + 1, 0, ...answer.map((token) => tokenOf({ ...token, ...place })), end);
  }
}

/** Puts the answer of the next line behind its question: "Any fever?⏎👤 nope" as "Any fever? nope". */
export function joinTurns(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(asks)) return tokens;
  // "Me: no" begins with its speaker
  const isAnswer = (at: number): boolean => {
    const phrase = phraseAt(tokens, at);
    return phrase?.isSign === false && !ENDS_SPEAKER.test(textAt(tokens, phrase.to));
  };
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    joined.push(token);
    if (!asks(token) || tokens[at + 1]?.kind !== 'line-end') continue;
    const answer = answerFrom(tokens, at + 2, isAnswer);
    if (answer === undefined) continue;
    if (token.text !== '?')
      joined.push(tokenOf({ kind: 'mark', text: '?', key: '?', start: token.end, end: token.end }));
    if (wordFrom(FORM_WORDS.all, tokens, answer) > 0)
      answerEach(joined, tokens.slice(answer, phraseAt(tokens, answer)?.to ?? answer));
    at = answer - 1;
  }
  return joined;
}

const ENDS_QUESTION = /^[?。.!]$/;

/** Questions are short. */
const LONGEST_QUESTION = 40;

/** Whether a question asks for a number: of one that is given then nobody can say that it is a code. */
function asksForNumber(tokens: readonly Token[], end: number): boolean {
  for (let at = end - 1; at >= Math.max(0, end - LONGEST_QUESTION); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'line-end' || ENDS_QUESTION.test(token.text)) return false;
    if (wordFrom(FORM_WORDS.counts, tokens, at) > 0) return true;
  }
  return false;
}

/** Where the line ends in which a question is asked, if nothing but "Reply with" stands behind it. */
function lineEndBehind(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  for (let length = 1; length > 0; at += length)
    length = /^[,:().。]$/.test(textAt(tokens, at)) ? 1 : wordFrom(FORM_WORDS.replies, tokens, at);
  return tokens[at]?.kind === 'line-end' ? at : undefined;
}

/** The same where the text explains its codes: "Chest pain? Reply 1 yes, 2 no⏎User: 2" as "Chest pain? no". */
export const joinCodedTurns = (answers: Answers): readonly Token[] => {
  const { tokens } = answers;
  if (!answers.hasCodes) return tokens;
  return rewrite(
    tokens,
    (from) => {
      const token = tokens[from];
      if (token === undefined || !asks(token) || asksForNumber(tokens, from)) return undefined;
      const lineEnd = lineEndBehind(tokens, from + 1);
      const at = lineEnd && answerFrom(tokens, lineEnd + 1, (place) => isCodeAlone(answers, place));
      const code = at === undefined ? undefined : answers.codeAt(at);
      return code && { from, to: code.to, says: code.says };
    },
    (form, { says }) => {
      form.answer(says);
      form.close();
    },
  );
};

/** A code that is all that is answered. */
function isCodeAlone(answers: Answers, at: number): boolean {
  const code = answers.codeAt(at);
  const next = code && answers.tokens[code.to];
  return code !== undefined && (next === undefined || next.kind === 'line-end' || next.kind === 'mark');
}
