import { type Patient } from '@openrounds/contracts';
import { proxyOf } from '../assertion/proxy';
import { joinedText, standsAt, textAt } from '../text/at-position';
import { type Token } from '../text/tokens';
import { readNumber } from '../quantities/numbers';
import { type Reading } from '../text/reading';
import { type Sentence } from '../segmentation/sentences';

type Age = NonNullable<Patient['age']>;
type Sex = Patient['sex'];

/** What a text says of the person, with the tokens that say it. */
export interface Demographics {
  readonly age?: Age;
  readonly sex?: Sex;
  readonly pregnant?: boolean;
  readonly tokens: ReadonlySet<number>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const FEMALE = words('woman female girl lady f housewife actress waitress mrs ms miss schoolgirl');
const MALE = words('man male boy gentleman m mr schoolboy');
const CHILDREN = words('boy girl infant baby child toddler neonate newborn');
const FEMALE_PRONOUNS = words('she her hers');
const MALE_PRONOUNS = words('he his him');
const AGE_UNITS: Readonly<Record<string, Age['unit']>> = {
  year: 'a', years: 'a', yr: 'a', yrs: 'a', y: 'a', yo: 'a', month: 'mo', months: 'mo', mo: 'mo', mth: 'mo',
  week: 'wk', weeks: 'wk', wk: 'wk', wks: 'wk', day: 'd', days: 'd', d: 'd',
}; // prettier-ignore

interface AgeRead {
  readonly age: Age;
  readonly from: number;
  readonly to: number;
  readonly sex?: Sex;
}

/** Position behind "-" or "/" at `position`, if there is one. */
const past = (tokens: readonly Token[], position: number): number =>
  /^[-/]$/.test(textAt(tokens, position)) ? position + 1 : position;

function sexOf(word: string): Sex | undefined {
  if (FEMALE.has(word)) return 'female';
  return MALE.has(word) ? 'male' : undefined;
}

/** "A baby *of* six months", "a woman *of* 34"; a mother of three has three children. */
function isSomebodyOf(tokens: readonly Token[], position: number): boolean {
  const word = textAt(tokens, position - 2);
  if (textAt(tokens, position - 1) !== 'of' || word.length < 3) return false;
  return CHILDREN.has(word) || sexOf(word) !== undefined;
}

/** "58-year-old", "58 yo", "58 y/o", "58yo", "3 wk old", "aged 58". */
function englishAge(tokens: readonly Token[], position: number): AgeRead | undefined {
  const number = readNumber(tokens, position);
  if (number === undefined || number.value < 0 || number.value > 200) return undefined;
  const unitAt = past(tokens, position + number.length);
  const unit = AGE_UNITS[textAt(tokens, unitAt)];
  const before = textAt(tokens, position - 1);
  if (unit !== undefined) {
    const oldAt = past(tokens, unitAt + 1);
    const isOld = /^(?:old|o)$/.test(textAt(tokens, oldAt)) || textAt(tokens, unitAt) === 'yo';
    if (
      isOld ||
      /^aged?$/.test(before) ||
      (/^of$/.test(textAt(tokens, unitAt + 1)) && textAt(tokens, unitAt + 2) === 'age') ||
      isSomebodyOf(tokens, position)
    ) {
      const to = textAt(tokens, oldAt).startsWith('o') ? oldAt + 1 : unitAt + 1;
      return { age: { value: number.value, unit }, from: position, to };
    }
    return undefined;
  }
  if (/^aged?$/.test(before)) {
    return { age: { value: number.value, unit: 'a' }, from: position - 1, to: position + number.length };
  }
  const isPlain = /^(?:[,;:.()]|with|who|and|has|had|is|was)?$/.test(
    textAt(tokens, position + number.length),
  );
  if (isPlain && isSomebodyOf(tokens, position)) {
    return { age: { value: number.value, unit: 'a' }, from: position - 2, to: position + number.length };
  }
  const letter = textAt(tokens, position + 1);
  if (tokens[position]?.kind === 'number' && number.value <= 120 && /^[fm]$/.test(letter)) {
    const glued = tokens[position + 1]?.start === tokens[position]?.end || tokens[position]?.start === 0;
    if (glued)
      return {
        age: { value: number.value, unit: 'a' },
        from: position,
        to: position + 2,
        sex: letter === 'f' ? 'female' : 'male',
      };
  }
  return undefined;
}

/** Units in which the age of a small child is told without 岁 or 龄: 患儿，男，5个月. */
const CHILD_AGE_UNITS: readonly (readonly [string, Age['unit']])[] = [
  ['个月', 'mo'], ['月', 'mo'], ['周', 'wk'], ['天', 'd'], ['日', 'd'],
]; // prettier-ignore

/** 男，3天前发热: a time, no age. */
const isPointInTime = (tokens: readonly Token[], position: number): boolean =>
  tokens.slice(position, position + 6).some(({ text }) => text === '前');

/** 患者，男， and 我儿子 in front of an age. */
const INTRODUCED_ZH = /(?:^|[,。;:!]|患者|我的?家?)(?:[男女]性?[,:]|(?:儿子|女儿|孩子|小孩|娃),?)$/;

/** 患儿，男， or 男婴 right before: what follows is the age, not the length of the illness. */
function isChildIntroduced(tokens: readonly Token[], position: number): boolean {
  const before = joinedText(tokens, position - 8, position);
  if (INTRODUCED_ZH.test(before) && !isPointInTime(tokens, position)) return true;
  return /(?:患儿|[男女]婴|婴儿|新生儿|[男女]孩|[男女]童|宝宝)[,:]?(?:[男女]性?[,:]?)?(?:年龄|出?生后|出生)?:?$/.test(
    before,
  );
}

/** 六个月宝宝, 3个月的男婴: right behind an age its child; before it a clause begins, or somebody is introduced. */
const CHILD_ZH = /^的?小?(?:宝宝|宝贝|婴|男[婴孩童宝]|女[婴孩童宝]|孩子|孩|娃|患儿|幼儿|新生儿)/;
const INTRODUCES_ZH = /^[个名位家的我是,。;：:(]$/;

function isBeforeChild(tokens: readonly Token[], position: number, to: number): boolean {
  const before = textAt(tokens, position - 1);
  const opens = before === '' || before === '\n' || INTRODUCES_ZH.test(before);
  return opens && CHILD_ZH.test(joinedText(tokens, to, to + 5));
}

/** What may follow 岁: 2岁3个月, 1岁半. */
function monthsBeyond(tokens: readonly Token[], at: number): { months: number; to: number } | undefined {
  if (textAt(tokens, at) === '半') return { months: 6, to: at + 1 };
  const number = readNumber(tokens, at);
  if (number === undefined || number.value <= 0 || number.value >= 12) return undefined;
  const unitAt = at + number.length;
  const monthAt = textAt(tokens, unitAt) === '个' ? unitAt + 1 : unitAt;
  if (textAt(tokens, monthAt) !== '月') return undefined;
  return { months: number.value, to: monthAt + 1 };
}

/** "67岁", "2岁3个月", "6月龄", "6个月大", "出生后3天", "3天龄". */
function chineseAge(tokens: readonly Token[], position: number): AgeRead | undefined {
  const number = readNumber(tokens, position);
  if (number === undefined || number.value > 200) return undefined;
  const at = position + number.length;
  const [one, two, three] = [textAt(tokens, at), textAt(tokens, at + 1), textAt(tokens, at + 2)];
  const age = (unit: Age['unit'], to: number): AgeRead => ({
    age: { value: number.value, unit },
    from: position,
    to,
  });
  if (one === '岁') {
    const beyond = monthsBeyond(tokens, at + 1);
    if (beyond === undefined) return age('a', at + 1);
    const months = number.value * 12 + beyond.months;
    return { age: { value: months, unit: 'mo' }, from: position, to: beyond.to };
  }
  if (one === '周' && two === '岁') return age('a', at + 2);
  if (one === '月' && /^[龄大]$/.test(two)) return age('mo', at + 2);
  if (one === '个' && two === '月' && /^[龄大]$/.test(three)) return age('mo', at + 3);
  if (one === '周' && /^[龄大]$/.test(two)) return age('wk', at + 2);
  if (/^[天日]$/.test(one) && /^[龄大]$/.test(two)) return age('d', at + 2);
  const unit = CHILD_AGE_UNITS.find(([word]) => word === one || word === `${one}${two}`);
  if (unit === undefined) return undefined;
  const to = at + unit[0].length;
  if (isBeforeChild(tokens, position, to)) return age(unit[1], to);
  if (!isChildIntroduced(tokens, position)) return undefined;
  const opensStatement = to >= tokens.length || /^[,。;；:()+半]$/.test(textAt(tokens, to));
  return opensStatement ? age(unit[1], to) : undefined;
}

/** 男 / 女 as a statement of sex: 男，67岁; 患者女; 女性. Not inside 女儿, 男友, 妇女. */
function chineseSex(tokens: readonly Token[], position: number): { sex: Sex; to: number } | undefined {
  const text = textAt(tokens, position);
  if (text !== '男' && text !== '女') return undefined;
  const after = textAt(tokens, position + 1);
  const opensStatement = /^[,。;]?$/.test(textAt(tokens, position + 2));
  const isTold = /^[性孩婴童患生]$/.test(after) || (after === '的' && opensStatement);
  if (tokens[position + 1]?.kind === 'han' && !isTold) return undefined;
  const to = /^[性孩婴童生的]$/.test(after) ? position + 2 : position + 1;
  return { sex: text === '女' ? 'female' : 'male', to };
}

/** "A 42-year-old mother": right behind an age a word of kinship names the patient. */
const KIN_SEX: Readonly<Record<string, Sex>> = {
  mother: 'female', grandmother: 'female', father: 'male', grandfather: 'male', 母亲: 'female', 父亲: 'male',
}; // prettier-ignore

function kinSexAt(tokens: readonly Token[], position: number): Sex | undefined {
  const at = textAt(tokens, position) === '的' ? position + 1 : position;
  return KIN_SEX[textAt(tokens, at)] ?? KIN_SEX[`${textAt(tokens, at)}${textAt(tokens, at + 1)}`];
}

/** The sex word next to an age: "58-year-old [Caucasian] woman", "a woman of 34". */
function sexNear(
  tokens: readonly Token[],
  from: number,
  to: number,
): { sex: Sex; position: number } | undefined {
  const kin = kinSexAt(tokens, to);
  if (kin !== undefined) return { sex: kin, position: to };
  for (const position of [to, to + 1, to + 2, to + 3, from - 1, from - 2, from - 3, from - 4]) {
    const sex = sexOf(textAt(tokens, position));
    if (sex !== undefined) return { sex, position };
  }
  return undefined;
}

interface Found {
  age?: Age;
  sex?: Sex;
  pregnant?: boolean;
  tokens: Set<number>;
}

function take(found: Found, from: number, to: number): void {
  for (let position = from; position < to; position += 1) found.tokens.add(position);
}

function readAge(tokens: readonly Token[], position: number, found: Found): void {
  const read = englishAge(tokens, position) ?? chineseAge(tokens, position);
  if (read === undefined) return;
  take(found, read.from, read.to);
  found.age ??= read.age;
  if (read.sex !== undefined) found.sex ??= read.sex;
  const near = sexNear(tokens, read.from, read.to);
  if (near !== undefined) {
    found.sex ??= near.sex;
    found.tokens.add(near.position);
  }
}

const PREGNANT: readonly (readonly [readonly string[], boolean])[] = [
  [['not', 'pregnant'], false],
  [['pregnancy', 'test', 'is', 'negative'], false],
  [['pregnancy', 'test', 'was', 'negative'], false],
  [['pregnancy', 'test', 'negative'], false],
  [['pregnancy', 'test', 'neg'], false],
  [['hcg', 'neg'], false],
  [['hcg', 'negative'], false],
  [['negative', 'pregnancy', 'test'], false],
  [['pregnancy', 'test', 'is', 'positive'], true],
  [['pregnancy', 'test', 'was', 'positive'], true],
  [['pregnancy', 'test', 'positive'], true],
  [['positive', 'pregnancy', 'test'], true],
  [['妊', '娠', '试', '验', '阴', '性'], false],
  [['妊', '娠', '试', '验', '(', '-', ')'], false],
  [['hcg', '阴', '性'], false],
  [['hcg', '(', '-', ')'], false],
  [['hcg', '阳', '性'], true],
  [['hcg', '(', '+', ')'], true],
  [['postmenopausal'], false],
  [['post', '-', 'menopausal'], false],
  [['绝', '经'], false],
  [['未', '孕'], false],
  [['pregnant'], true],
  [['weeks', "'", 'gestation'], true],
  [['weeks', 'gestation'], true],
  [['weeks', 'of', 'gestation'], true],
  [["weeks'", 'gestation'], true],
  [['gravida'], true],
  [['primigravida'], true],
  [['gestational', 'age'], true],
  [['孕', '妇'], true],
  [['妊', '娠', '试', '验', '阳', '性'], true],
  [['妊', '娠'], true],
  [['怀', '孕'], true],
];

/** "never pregnant", "when she was pregnant", 既往妊娠, 曾怀孕: not now. */
function isPastPregnancy(tokens: readonly Token[], position: number): boolean {
  const early = tokens.slice(Math.max(0, position - 5), position).map(({ text }) => text);
  const before = early.slice(-3);
  return (
    /^(?:never|previously|previous|been)$/.test(before[2] ?? '') ||
    before[0] === 'when' ||
    before.some((word) => /^(?:believes|believed|thinks|thought|convinced|fears|feared)$/.test(word)) ||
    /(?:既往|曾|曾经|上次|前次|(?:怀疑|担心|以为|认为)(?:自己)?)$/.test(early.join(''))
  );
}

/** What is said of a pregnancy, by its first word. */
const PREGNANT_BY_FIRST: ReadonlyMap<string, typeof PREGNANT> = new Map(
  PREGNANT.map(([[first = '']]) => [first, PREGNANT.filter(([[other]]) => other === first)]),
);

function readPregnancy(tokens: readonly Token[], position: number, found: Found): void {
  for (const [phrase, pregnant] of PREGNANT_BY_FIRST.get(textAt(tokens, position)) ?? []) {
    if (!phrase.every((word, index) => textAt(tokens, position + index) === word)) continue;
    if (!isPastPregnancy(tokens, position)) found.pregnant ??= pregnant;
    return;
  }
  // "G2P1 at 30 weeks", "G1P0, at 33+2 weeks"
  const at = textAt(tokens, position + 1) === ',' ? position + 2 : position + 1;
  const isDated = /^g\d+p\d+$/.test(textAt(tokens, position)) && textAt(tokens, at) === 'at';
  if (isDated && readNumber(tokens, at + 1) !== undefined) found.pregnant ??= true;
  const weeks = textAt(tokens, position) === '孕' && readNumber(tokens, position + 1);
  if (weeks && textAt(tokens, position + 1 + weeks.length) === '周') found.pregnant ??= true;
}

function readPronoun(tokens: readonly Token[], position: number, found: Found): void {
  const text = textAt(tokens, position);
  if (FEMALE_PRONOUNS.has(text)) found.sex ??= 'female';
  else if (MALE_PRONOUNS.has(text)) found.sex ??= 'male';
}

const ABOUT_OTHERS: ReadonlySet<Sentence['section']> = new Set(['family']);
/** A pregnancy among past illnesses is over. */
const NOT_NOW: ReadonlySet<Sentence['section']> = new Set(['past', 'family']);

/** What a text says of the patient's age, sex and pregnancy. The first statement counts; pronouns only if nothing else does. */
export function readDemographics({ tokens, sentences }: Reading): Demographics {
  const found: Found = { tokens: new Set() };
  const own = sentences.filter(({ section }) => !ABOUT_OTHERS.has(section));
  for (const { from, to, section } of own) {
    for (let position = from; position < to; position += 1) {
      if (found.tokens.has(position)) continue;
      if (found.age === undefined) readAge(tokens, position, found);
      const han = chineseSex(tokens, position);
      if (han !== undefined) {
        found.sex ??= han.sex;
        take(found, position, han.to);
      }
      if (!NOT_NOW.has(section)) readPregnancy(tokens, position, found);
    }
  }
  readProxy(tokens, found);
  const first = own[0];
  if (first !== undefined) readOpening(tokens, first, found);
  if (found.pregnant === true) found.sex ??= 'female';
  for (const { from, to } of own) {
    for (let position = from; found.sex === undefined && position < to; position += 1)
      readPronoun(tokens, position, found);
  }
  return found;
}

/** "My dad is 78 ...": of whom another asks for. */
function readProxy(tokens: readonly Token[], found: Found): void {
  const proxy = proxyOf(tokens);
  if (proxy === undefined) return;
  if (proxy.sex !== undefined) found.sex ??= proxy.sex;
  if (proxy.age === undefined || found.age !== undefined) return;
  found.age = proxy.age;
  take(found, proxy.from, proxy.to);
}

const CALLED_ZH: readonly (readonly [string, Sex])[] = [
  ['小伙子', 'male'], ['小伙', 'male'], ['大爷', 'male'], ['老大爷', 'male'], ['老头', 'male'], ['先生', 'male'], ['大叔', 'male'],
  ['姑娘', 'female'], ['大妈', 'female'], ['老太太', 'female'], ['老太', 'female'], ['女士', 'female'], ['大姐', 'female'],
  ['妇女', 'female'], ['产妇', 'female'], ['孕妇', 'female'],
]; // prettier-ignore

/** 小伙子，22岁: what somebody is called, at the beginning and not behind another's 的 or 由. */
function calledInChinese(tokens: readonly Token[], position: number): { sex: Sex; to: number } | undefined {
  if (tokens[position]?.kind !== 'han' || /^[由的与和被]$/.test(textAt(tokens, position - 1)))
    return undefined;
  const word = CALLED_ZH.find(([characters]) => standsAt(tokens, position, characters));
  return word && { sex: word[1], to: position + word[0].length };
}

/** A sex word in the first sentence, where no age stands beside it: "This man presents with ...". */
function readOpening(tokens: readonly Token[], sentence: Sentence, found: Found): void {
  for (let position = sentence.from; position < Math.min(sentence.to, sentence.from + 12); position += 1) {
    const text = textAt(tokens, position);
    const called = calledInChinese(tokens, position);
    if (called !== undefined) {
      found.sex ??= called.sex;
      take(found, position, called.to);
    }
    const sex = text.length > 1 ? sexOf(text) : undefined;
    if (sex !== undefined || CHILDREN.has(text)) {
      if (sex !== undefined) found.sex ??= sex;
      found.tokens.add(position);
    }
  }
}
