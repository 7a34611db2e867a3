import { type Token } from '../text/tokens';
import { type Duration } from './durations';

const LASTS = /^(?:last|lasts|lasting|lasted|续)$/;

/** "Attacks lasting 20 minutes", 每次持续数秒: the length of one attack, not of the illness. */
export function isOfAttack(tokens: readonly Token[], { from }: Duration): boolean {
  for (let back = 1; back <= 5; back += 1) {
    const token = tokens[from - back];
    if (token === undefined || /^[,;；。]$/.test(token.text)) return false;
    if (LASTS.test(token.text)) return tokens[from - back - 1]?.text !== 'the';
  }
  return false;
}
