import { type Mention } from '../matching/mention';
import { joinedText, textAt } from '../text/at-position';
import { type DerivationInput, derivedMention } from './derived-mention';

const SUDDEN_DEATH = 'family-history-of-sudden-death-or-cardiomyopathy';

const KIN: ReadonlySet<string> = new Set(
  (
    'father mother dad mum mom brother sister son daughter uncle aunt cousin grandfather grandmother nephew niece ' +
    '爸 妈 父 母 哥 弟 姐 妹 叔 舅 姨 姑 爷 奶 公 婆 兄'
  ).split(' '),
);
/** "Died *in his sleep*", "dropped dead". */
const SUDDENLY = /^(?:died(?:in(?:his|her|their)?sleep|suddenly)|droppeddead|passedawayin(?:his|her)sleep)/;
const SUDDENLY_ZH = /^(?:(?:睡梦|睡眠)中|睡[着觉](?:了|时|的时候)?)(?:突然)?(?:去世|过世|走了|没了|死)/;
const MAX_TO_DEATH = 5;
const MAX_TO_AGE = 7;
/** From this age on a sudden death is no sign of an inherited heart disease. */
const OLD = 50;

const agesBetween = ({ tokens }: DerivationInput, from: number, to: number): number[] =>
  tokens
    .slice(from, to)
    .filter(({ kind }) => kind === 'number')
    .map(({ text }) => Number(text))
    .filter((age) => age < 120);

function deathBehind(input: DerivationInput, kin: number): Mention | undefined {
  const { tokens, sentence } = input;
  const isHan = tokens[kin]?.kind === 'han';
  for (let at = kin + 1; at <= Math.min(kin + MAX_TO_DEATH, sentence.to - 1); at += 1) {
    const isThere = (isHan ? SUDDENLY_ZH : SUDDENLY).test(joinedText(tokens, at, at + 7));
    if (!isThere) continue;
    const ages = agesBetween(input, kin, Math.min(at + MAX_TO_AGE, sentence.to));
    return ages.some((age) => age >= OLD) ? undefined : derivedMention(at, at + 2, [SUDDEN_DEATH]);
  }
  return undefined;
}

/** "Father died in his sleep at 40", 哥哥38岁睡梦中去世: a sudden death among the relatives. */
export function readSuddenDeaths(input: DerivationInput): Mention[] {
  const { tokens, sentence } = input;
  const found: Mention[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const text = textAt(tokens, at);
    if (!KIN.has(text)) continue;
    const death = deathBehind(input, at);
    if (death !== undefined) found.push(death);
  }
  return found;
}
