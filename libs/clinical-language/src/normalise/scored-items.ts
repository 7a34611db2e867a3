import { type Stretch, type Token } from '../model/token';
import { textAt } from './at-position';
import { endsItem, saysYes, WrittenForm } from './forms';

type Tokens = readonly Token[];

/** A key to scores is short, and scores are small. */
const LONGEST_KEY = 16;
const HIGHEST_SCORE = 10;
const RANGE = /^[-–~～]$/;

const isNumber = (token: Token | undefined): boolean => token?.kind === 'number';
const isScore = (token: Token | undefined): boolean =>
  token?.kind === 'number' && /^\d+$/.test(token.text) && Number(token.text) <= HIGHEST_SCORE;

/** "(0 = not there, 1 = there)", "(0 none, 3 severe)", （0～3）: what the scores of a list mean; undefined where a nought says yes. */
function keyAt(tokens: Tokens, at: number): Stretch | undefined {
  if (textAt(tokens, at) !== '(') return undefined;
  const within = tokens.slice(at + 1, at + 1 + LONGEST_KEY);
  const length = within.findIndex(({ text }) => text === ')');
  const key = within.slice(0, Math.max(0, length));
  const nought = key.findIndex((token) => isNumber(token) && token.text === '0');
  const explains = key.some((token, place) => {
    const before = key[place - 1];
    return isNumber(before) && (token.text === '=' || token.kind === 'word' || RANGE.test(token.text));
  });
  const isKey = nought >= 0 && explains && key.every((token) => !isNumber(token) || isScore(token));
  const noughtMeans = at + 1 + nought + (textAt(tokens, at + 2 + nought) === '=' ? 2 : 1);
  return isKey && !saysYes(tokens, noughtMeans) ? { from: at, to: at + length + 2 } : undefined;
}

/** "photophobia 1,", 鼻痒3 喷嚏3: a small number that ends its item. */
function isScoreOfItem(tokens: Tokens, at: number): boolean {
  const [before, score, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!isScore(score) || before === undefined || before.kind === 'mark' || before.kind === 'number')
    return false;
  if (next === undefined || endsItem(next)) return textAt(tokens, at + 1) !== '/';
  return before.kind === 'han' && score !== undefined && next.start > score.end;
}

/**
 * Reads the scores of a list whose key stands beside it as answers: "neck stiffness 0, photophobia 1 (0 = not there, 1 = there)" as
 * "neck stiffness: no, photophobia: yes". The key says nothing of the patient.
 */
export function writeScoredItems(tokens: Tokens): Tokens {
  const keys = tokens.flatMap((_, at) => keyAt(tokens, at) ?? []);
  if (keys.length === 0) return tokens;
  const form = new WrittenForm();
  for (let at = 0; at < tokens.length;) {
    const key = keys.find(({ from }) => from === at);
    if (key !== undefined) {
      at = key.to;
      continue;
    }
    if (isScoreOfItem(tokens, at)) {
      const next = tokens[at + 1];
      form.answer(textAt(tokens, at) === '0' ? 'no' : 'yes');
      if (next !== undefined && !endsItem(next)) form.divide();
    } else form.copy(tokens.slice(at, at + 1));
    at += 1;
  }
  return form.tokens;
}
