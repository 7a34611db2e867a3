import { type Stretch, type Token } from '../model/token';
import { OPEN, type Says } from './answers';

const FULL = /^[★●◉■]$/;
const HOLLOW = /^[☆○◯□]$/;
const LEAST_OF_SCALE = 4;

/** "0 1 2 [3] 4 5", 0─1─●─3, ★★☆☆☆: where on a scale something is. */
export function scaleIn(tokens: readonly Token[], { from, to }: Stretch): Says | undefined {
  const row = tokens.slice(from, to);
  if (row.length < LEAST_OF_SCALE || row.some(({ kind }) => kind === 'word' || kind === 'han'))
    return undefined;
  if (row.every(({ text }) => FULL.test(text) || HOLLOW.test(text)))
    return row.some(({ text }) => FULL.test(text)) ? 'yes' : 'no';
  const numbers = row.filter(({ kind }) => kind === 'number');
  const isRising = numbers.every(
    ({ text }, place) => place === 0 || Number(text) > Number(numbers[place - 1]?.text),
  );
  if (numbers.length < LEAST_OF_SCALE || !isRising) return undefined;
  const slider = row.findIndex(({ text }) => FULL.test(text));
  if (slider >= 0) return slider === 0 ? 'no' : 'yes';
  const chosen = row.findIndex(({ text }, place) => OPEN.test(text) && row[place + 1]?.kind === 'number');
  return chosen < 0 ? undefined : row[chosen + 1]?.text === '0' ? 'no' : 'yes';
}
