import { type Stretch, type Token } from '../model/token';
import { textAt } from '../normalise/at-position';
import { endsItem, rewrite, saysYes } from './forms';

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

/** A score, with what is written of it ("= 2", "7/10"). Token positions, end exclusive. */
interface Score extends Stretch {
  readonly value: number;
  readonly form: 'alone' | 'equals' | 'out-of';
}

/** Of how many points scores are that need no key: pain 7/10, itch 2/3; but power 5/5 is full, and 6/6 is sight. */
const OUT_OF: ReadonlySet<string> = new Set(['3', '10']);

const endsAt = (tokens: Tokens, at: number): boolean => {
  const [last, next] = [tokens[at - 1], tokens[at]];
  if (next === undefined || endsItem(next)) return next?.text !== '/';
  return last !== undefined && tokens[at - 2]?.kind === 'han' && next.start > last.end;
};

/** "photophobia 1,", 鼻痒3 喷嚏3, "tiredness = 2", "itch 2/3": a small number that ends its item. */
function scoreAt(tokens: Tokens, at: number): Score | undefined {
  const isEqual = textAt(tokens, at) === '=';
  const from = isEqual ? at + 1 : at;
  const before = tokens[at - 1];
  if (!isScore(tokens[from]) || (before?.kind !== 'word' && before?.kind !== 'han')) return undefined;
  const value = Number(textAt(tokens, from));
  const [most, isOutOf] = [textAt(tokens, from + 2), textAt(tokens, from + 1) === '/'];
  if (isOutOf && OUT_OF.has(most) && value <= Number(most) && endsAt(tokens, from + 3))
    return { from: at, to: from + 3, value, form: 'out-of' };
  return endsAt(tokens, from + 1)
    ? { from: at, to: from + 1, value, form: isEqual ? 'equals' : 'alone' }
    : undefined;
}

/** The scores of a text: those of items that have a key, those out of so many, and what is set equal where something is nought. */
function scoresOf(tokens: Tokens, hasKey: boolean): Score[] {
  const all = tokens.flatMap((_, at) => scoreAt(tokens, at) ?? []);
  const equal = all.filter(({ form }) => form === 'equals');
  const areScores = equal.length > 1 && equal.some(({ value }) => value === 0);
  return all.filter(({ form }) => hasKey || form === 'out-of' || (form === 'equals' && areScores));
}

const byStart = <T extends Stretch>(all: readonly T[]): Map<number, T> =>
  new Map(all.map((each) => [each.from, each]));

/**
 * Reads scores as answers: "neck stiffness 0, photophobia 1 (0 = not there, 1 = there)" as "neck stiffness: no, photophobia: yes",
 * "itch 2/3" as "itch: yes". The key says nothing of the patient.
 */
export function writeScoredItems(tokens: Tokens): Tokens {
  if (!tokens.some(isScore)) return tokens;
  const keys = byStart(tokens.flatMap((_, at) => keyAt(tokens, at) ?? []));
  const scores = byStart(scoresOf(tokens, keys.size > 0));
  return rewrite(
    tokens,
    (at) => keys.get(at) ?? scores.get(at),
    (form, { from, to }) => {
      const score = scores.get(from);
      if (score === undefined) return;
      form.answer(score.value === 0 ? 'no' : 'yes');
      form.divideBefore(tokens[to]);
    },
  );
}
