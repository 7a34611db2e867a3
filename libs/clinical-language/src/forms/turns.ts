import { type Token, tokenOf } from '../model/token';
import { textAt } from '../normalise/at-position';
import { phraseAt } from './answers';

/** What ends a question without a mark. */
const ASKS = /^[?吗呢么嘛]$/;
/** A speaker is named in so many tokens. */
const LONGEST_SPEAKER = 8;

/** Where an answer begins behind a speaker ("Pt:", 👤, "[10:03] 陈太："), or at the line itself. */
function answerFrom(tokens: readonly Token[], from: number): number | undefined {
  if (phraseAt(tokens, from)?.isSign === false) return from;
  for (let at = from; at < from + LONGEST_SPEAKER; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'line-end' || ASKS.test(token.text)) return undefined;
    const isEnd = token.text === ':' || token.text === '>' || /^\p{Emoji_Presentation}/u.test(token.text);
    if (isEnd && phraseAt(tokens, at + 1)?.isSign === false) return at + 1;
  }
  return undefined;
}

/** Puts the answer of the next line behind its question: "Any fever?⏎👤 nope" as "Any fever? nope". */
export function joinTurns(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => ASKS.test(text))) return tokens;
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    joined.push(token);
    if (!ASKS.test(token.text) || tokens[at + 1]?.kind !== 'line-end') continue;
    const answer = answerFrom(tokens, at + 2);
    if (answer === undefined) continue;
    if (token.text !== '?')
      joined.push(tokenOf({ kind: 'mark', text: '?', key: '?', start: token.end, end: token.end }));
    at = answer - 1;
  }
  return joined.length === tokens.length && !tokens.some(({ kind }) => kind === 'line-end') ? tokens : joined;
}

const isStrike = (tokens: readonly Token[], at: number): boolean =>
  textAt(tokens, at) === '~' && textAt(tokens, at + 1) === '~';
const LONGEST_STRUCK = 16;

/** Leaves out what is struck through where it is an answer ("Yes / ~~No~~"); an item that is struck through is denied. */
export function withoutStruck(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((_, at) => isStrike(tokens, at))) return tokens;
  const left: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (!isStrike(tokens, at)) {
      left.push(token);
      continue;
    }
    let end = at + 2;
    while (end < at + LONGEST_STRUCK && end < tokens.length && !isStrike(tokens, end)) end += 1;
    if (!isStrike(tokens, end)) {
      left.push(token);
      continue;
    }
    const isAnswer = phraseAt(tokens, at + 2)?.to === end;
    const isStroke = (each: Token | undefined): boolean => each?.text === '/';
    if (isAnswer && isStroke(left.at(-1))) left.pop();
    else if (!isAnswer) {
      const before = left.at(-1);
      if (before !== undefined && before.kind !== 'mark' && before.kind !== 'line-end')
        left.push(tokenOf({ kind: 'mark', text: ',', key: ',', start: before.end, end: before.end }));
      left.push(...tokens.slice(at + 2, end));
      const last = tokens[end - 1];
      const isHan = last?.kind === 'han';
      const place = { start: last?.end ?? 0, end: last?.end ?? 0 };
      left.push(tokenOf({ kind: 'mark', text: ':', key: ':', ...place }));
      left.push(
        tokenOf({
          kind: isHan ? 'han' : 'word',
          text: isHan ? '无' : 'no',
          key: isHan ? '无' : 'no',
          ...place,
        }),
      );
      left.push(tokenOf({ kind: 'mark', text: ',', key: ',', ...place }));
    }
    at = end + 1;
    if (isAnswer && isStroke(tokens[at + 1])) at += 1;
    // *delete as appropriate
    if (isAnswer && textAt(tokens, at + 1) === '*') at += 1;
  }
  return left;
}
