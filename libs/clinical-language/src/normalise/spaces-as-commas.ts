import { type Token, tokenOf } from '../model/token';

const follows = (one: Token | undefined, next: Token | undefined): boolean =>
  one?.kind === 'han' && next?.kind === 'han' && one.end === next.start;

/** Puts a comma where a space parts Chinese words: 没有发热 双肺清. Characters that stand one by one (发 热) are one word. */
export function writeCommasForSpaces(tokens: readonly Token[]): readonly Token[] {
  const written: Token[] = [];
  tokens.forEach((token, at) => {
    written.push(token);
    const next = tokens[at + 1];
    if (token.kind !== 'han' || next?.kind !== 'han' || next.start === token.end) return;
    if (!follows(tokens[at - 1], token) || !follows(next, tokens[at + 2])) return;
    written.push(tokenOf({ kind: 'mark', text: ',', key: ',', start: token.end, end: token.end }));
  });
  return written;
}
