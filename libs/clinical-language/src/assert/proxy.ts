import { type Patient } from '@openrounds/contracts';
import { joinedText, standsAt, textAt } from '../normalise/at-position';
import { type Token } from '../model/token';

/** Somebody who is asked for by another: "my dad is 78 and confused", 我妈今年65，头晕. */
export interface Proxy {
  /** The word by which the text calls her, without possessor. */
  readonly word: string;
  readonly sex?: Patient['sex'];
  readonly age?: NonNullable<Patient['age']>;
  /** Token positions of the age, end exclusive. */
  readonly from: number;
  readonly to: number;
}

const FEMALE = 'mother mum mom daughter wife grandmother sister aunt girlfriend'.split(' ');
const MALE = 'father dad son husband grandfather brother uncle boyfriend'.split(' ');
const EITHER = 'baby child toddler partner'.split(' ');
const FEMALE_ZH = '妈妈 母亲 妈 女儿 老婆 妻子 奶奶 外婆 姥姥 姐姐 妹妹 婆婆'.split(' ');
const MALE_ZH = '爸爸 父亲 爸 儿子 老公 丈夫 爷爷 外公 姥爷 哥哥 弟弟 公公'.split(' ');

/** The asker names the patient at once, perhaps behind a greeting. */
const WITHIN = 12;
const BESIDE =
  /^(?:old|older|younger|little|elder|elderly|eldest|youngest|dear|year|month|months|years|-|\d{1,3})$/;
const MAX_BESIDE = 5;

interface Named {
  readonly word: string;
  readonly sex?: Patient['sex'];
  readonly from: number;
  readonly to: number;
}

function inEnglish(tokens: readonly Token[], at: number): Named | undefined {
  const word = textAt(tokens, at).replace(/'s$/, '');
  const sex = FEMALE.includes(word) ? 'female' : MALE.includes(word) ? 'male' : undefined;
  if (sex === undefined && !EITHER.includes(word)) return undefined;
  let back = at - 1;
  while (at - back <= MAX_BESIDE && BESIDE.test(textAt(tokens, back))) back -= 1;
  if (!/^(?:my|our)$/.test(textAt(tokens, back))) return undefined;
  return { word, from: back, to: at + 1, ...(sex === undefined ? {} : { sex }) };
}

function inChinese(tokens: readonly Token[], at: number): Named | undefined {
  const isOwned = /^[我俺]$/.test(textAt(tokens, at));
  if (!isOwned && at > 0 && !/^[,，。!:：]$/.test(textAt(tokens, at - 1))) return undefined;
  const own = /^[的家]$/.test(textAt(tokens, at + 1)) ? at + 2 : at + 1;
  const start = isOwned ? own : at;
  const isThere = (word: string): boolean => standsAt(tokens, start, word);
  const female = FEMALE_ZH.find(isThere);
  const word = female ?? MALE_ZH.find(isThere);
  if (word === undefined) return undefined;
  const to = start + word.length;
  if (!isOwned && !opensWithAge(tokens, to)) return undefined;
  return { word, sex: female === undefined ? 'male' : 'female', from: at, to };
}

/** 女儿4岁，说…; 儿子8个月，…: whose age is told first is the patient, unless it is that of a death. */
function opensWithAge(tokens: readonly Token[], to: number): boolean {
  const behind = joinedText(tokens, to, to + MAX_OPENING);
  return /^,?(?:今年|现年|现在|才|刚)?(?:\d{1,3}|[一二三四五六七八九十两半]{1,3})(?:周?岁|个?多?半?月)(?!.{0,2}(?:死|去世|过世|病故|逝))/.test(
    behind,
  );
}
const MAX_OPENING = 10;

const isYears = (token: Token | undefined): boolean =>
  token?.kind === 'number' &&
  /^\d{1,3}$/.test(token.text) &&
  Number(token.text) > 0 &&
  Number(token.text) <= 120;

/** "My dad, 78,", "is 78", "(78)", 今年65: an age without its unit. */
function bareAge(tokens: readonly Token[], to: number): { value: number; at: number } | undefined {
  let at = to;
  while (at < to + 3 && /^(?:is|who|,|\(|今|年|已|now|aged)$/.test(textAt(tokens, at))) at += 1;
  if (at === to || !isYears(tokens[at])) return undefined;
  const behind = textAt(tokens, at + 1);
  const isOver =
    /^(?:,|\.|\)|;|and|with|has|had|岁|。|了|years?|yrs?|yo)$/.test(behind) || tokens[at + 1] === undefined;
  return isOver ? { value: Number(textAt(tokens, at)), at } : undefined;
}

/** The asker's own complaint: then the relative is a relative. */
function speaksOfSelf(tokens: readonly Token[], { from, to }: Named): boolean {
  return tokens.some(({ text }, at) => {
    if (at >= from && at < to) return false;
    if (/^(?:i|i've|i'm|me|i'd)$/.test(text))
      return (
        !/^(?:think|am|noticed|believe|wonder|took|gave|called|saw|found|was|brought)$/.test(
          textAt(tokens, at + 1),
        ) ||
        (/^(?:am|was)$/.test(textAt(tokens, at + 1)) &&
          !/^(?:worried|writing|asking|concerned)$/.test(textAt(tokens, at + 2)))
      );
    return (
      text === '我' &&
      inChinese(tokens, at) === undefined &&
      !/^[们想带给看问是觉感发]$/.test(textAt(tokens, at + 1))
    );
  });
}

const PRONOUN = /^(?:he|she|he's|she's|his|her|他|她)$/;

/** The patient for whom another asks, if the text opens so. */
export function proxyOf(tokens: readonly Token[]): Proxy | undefined {
  for (let at = 0; at < Math.min(tokens.length, WITHIN); at += 1) {
    const named = inEnglish(tokens, at) ?? inChinese(tokens, at);
    if (named === undefined) continue;
    if (/^(?:died|passed|also|and)$/.test(textAt(tokens, named.to)) || speaksOfSelf(tokens, named))
      return undefined;
    const age = bareAge(tokens, named.to);
    const around = tokens.slice(named.from, named.to + 8);
    const hasAge =
      age !== undefined ||
      around.some(
        ({ text }, index) =>
          text === '岁' || text === 'old' || (text === '月' && around[index - 1]?.text === '个'),
      );
    if (!hasAge && !tokens.some(({ text }) => PRONOUN.test(text))) return undefined;
    const { word, sex } = named;
    return {
      word,
      ...(sex === undefined ? {} : { sex }),
      ...(age === undefined
        ? { from: 0, to: 0 }
        : { age: { value: age.value, unit: 'a' }, from: age.at, to: age.at + 1 }),
    };
  }
  return undefined;
}

/** How the set of the patient's names marks the word of a proxy, of whatever kinship. */
export const proxyKey = (word: string): string => `my ${word}`;

const POSSESSED_BY_ANOTHER = /^(?:her|his|their|他|她|其)$/;

/** Whether a word names the patient for whom another asks: "my dad", "Dad", 我妈; not "his dad". */
export function isProxy(
  tokens: readonly Token[],
  from: number,
  to: number,
  ofPatient: ReadonlySet<string>,
): boolean {
  const text = tokens
    .slice(from, to)
    .map((token) => token.text)
    .join('')
    .replace(/'s$/, '')
    .replace(/^[我俺][的家]?/, '');
  return ofPatient.has(proxyKey(text)) && !POSSESSED_BY_ANOTHER.test(textAt(tokens, from - 1));
}
