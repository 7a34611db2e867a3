import { type Token } from '../text/tokens';
import { type Duration } from './durations';

const LASTS = /^(?:last|lasts|lasting|lasted|续)$/;

const EACH_TIME =
  /^(?:each time|every time|at a|a time|each(?: \W|$)|each episode|each attack|per episode|per attack|per time|every attack)/;

/** "20 minutes each time", "for ten minutes at a time", 每次10分钟. */
export function isOfEachTime(tokens: readonly Token[], { from, to }: Duration): boolean {
  const behind = [0, 1]
    .map((step) => tokens[to + step]?.text ?? '')
    .join(' ')
    .trim();
  const before = [-4, -3, -2, -1].map((step) => tokens[from + step]?.text ?? '').join('');
  return EACH_TIME.test(behind) || /(?:每次|每回|一次)(?:约|大约|发作|疼)?$/.test(before);
}

/** "Attacks lasting 20 minutes", 每次持续数秒: the length of one attack, not of the illness. */
export function isOfAttack(tokens: readonly Token[], { from }: Duration): boolean {
  for (let back = 1; back <= 5; back += 1) {
    const token = tokens[from - back];
    if (token === undefined || /^[,;；。]$/.test(token.text)) return false;
    if (LASTS.test(token.text)) return tokens[from - back - 1]?.text !== 'the';
  }
  return false;
}
