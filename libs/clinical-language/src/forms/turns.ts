import { type Token, tokenOf } from '../model/token';
import { phraseAt } from './answers';
import { FORM_WORDS } from './form-words';

/** What ends a question, with its mark or without. */
const asks = ({ text }: Token): boolean => text === '?' || FORM_WORDS.asks.has(text);
/** A speaker is named in so many tokens. */
const LONGEST_SPEAKER = 8;

/** Where an answer begins behind a speaker ("Pt:", 👤, "[10:03] 陈太："), or at the line itself. */
function answerFrom(tokens: readonly Token[], from: number): number | undefined {
  if (phraseAt(tokens, from)?.isSign === false) return from;
  for (let at = from; at < from + LONGEST_SPEAKER; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'line-end' || asks(token)) return undefined;
    const isEnd = token.text === ':' || token.text === '>' || /^\p{Emoji_Presentation}/u.test(token.text);
    if (isEnd && phraseAt(tokens, at + 1)?.isSign === false) return at + 1;
  }
  return undefined;
}

/** Puts the answer of the next line behind its question: "Any fever?⏎👤 nope" as "Any fever? nope". */
export function joinTurns(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(asks)) return tokens;
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    joined.push(token);
    if (!asks(token) || tokens[at + 1]?.kind !== 'line-end') continue;
    const answer = answerFrom(tokens, at + 2);
    if (answer === undefined) continue;
    if (token.text !== '?')
      joined.push(tokenOf({ kind: 'mark', text: '?', key: '?', start: token.end, end: token.end }));
    at = answer - 1;
  }
  return joined;
}
