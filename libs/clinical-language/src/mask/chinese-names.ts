import { type Candidate, ENOUGH } from './candidate';
import { countOf, isKind, Kind, kindsAt, surnameSize, surnameWeight } from './chinese-characters';
import { isFamiliarPair, isMostlyFamiliar } from './familiar-pairs';
import { type HanText, type Stretch, WordIndex } from './han-text';
import { classesOf } from './mask-lexicon';

const NAMES = classesOf('zh/names');
const NOT_NAMES = classesOf('zh/not-names');
const listOf = (name: string): readonly string[] => NAMES.get(name) ?? [];
const POSTS = new WordIndex(listOf('post'));
const TITLES = new WordIndex(listOf('title'));
const OTHER_NAMES = new WordIndex(listOf('other-name'));
const GIVEN_WORDS = new WordIndex(listOf('given-word'));
const SURE_GIVEN = new WordIndex(listOf('sure-given'));
const LOOKS = new WordIndex(listOf('looks'));
const PREFIXES: ReadonlySet<string> = new Set(listOf('prefix'));
const TERMS = new WordIndex(NOT_NAMES.get('term') ?? []);
const WORDS = new WordIndex(NOT_NAMES.get('word') ?? []);
const PAIRS: ReadonlySet<string> = new Set(NOT_NAMES.get('pair'));
const NICKNAME_LOOK_ALIKES = new WordIndex(NOT_NAMES.get('nickname') ?? []);
const BLANKS: ReadonlySet<string> = new Set(NOT_NAMES.get('blank'));

/** Behind a label or a relation. */
const ANNOUNCED = 2.5;
const LABELLED = 5;
/** Sex or age behind it: whoever 项链，女，34岁 is. */
const SEX = 3;
const OPENS_AGE: ReadonlySet<string> = new Set(',，(（、 ');
const AGE_BEHIND = /[,，(（、 ] ?\d{1,3} ?(?:岁|个?月龄)/uy;
/** A character that grammar uses and names as well (少, 同). */
const GRAMMATICAL = 0.5;
/** Where nothing but a person can stand, a word weighs less. */
const WORD_OF_PERSON = 1;
const WORD_FRAMED = 1.5;
/** One of a list has been found: 翟素云、王芳. */
const LISTED = 1.5;
/** Behind a relation a word may be a name: 父亲高明. */
const KIN = 3;
/** Every character behind the second of a name from abroad that is listed as a whole. */
const LISTED_CHARACTER = 0.75;
/** Nothing before it leads to a person. */
const UNLED = -1.5;
const OPENS = 1;
const NOTHING_BEHIND = -1.5;
const ENDS = 0.5;
/** 狗蛋 is nobody else, wherever it stands. */
const SURE = 5;

/** One place of a stretch where a name may begin. */
interface Place {
  readonly han: HanText;
  readonly stretch: Stretch;
  readonly at: number;
  /** What stands before speaks for a person. */
  readonly led: number;
}
interface Form {
  readonly size: number;
  readonly weight: number;
  /** A title that tells sex or age, which stays readable. */
  readonly title?: string;
}

/** What stands behind an offset: what only a person is or does, the end, or a word that no name goes on with. */
function behind({ han, stretch }: Place, end: number): number {
  const cue = han.after('person', end);
  const thing = han.after('thing', end);
  if (thing > 0 && cue < 2) return -thing;
  if (end === stretch.end && OPENS_AGE.has(han.text.charAt(end))) {
    AGE_BEHIND.lastIndex = end;
    if (AGE_BEHIND.test(han.text)) return SEX;
  }
  if (cue > 0) return cue;
  return end >= stretch.end ? ENDS : NOTHING_BEHIND;
}

/** What people say of findings has the end of it, or what it shares with what stands beside it. */
const SAID = 4;
const SAID_ACROSS = 2.5;
/** Behind 患者 and the like it weighs less. */
const SAID_OF_PERSON = 0.5;

/** Against a stretch of what people say of findings: 曾流涕, 潮红, 床|边有. */
const familiarity = ({ text }: HanText, at: number, end: number): number =>
  (isFamiliarPair(text, end - 2) ? SAID : 0) +
  (isFamiliarPair(text, at - 1) ? SAID_ACROSS : 0) +
  (isFamiliarPair(text, end - 1) ? SAID_ACROSS : 0);

/** Against a stretch that the dictionary or medicine has as a word, or that a word runs over. */
function wordish({ han, at, led }: Place, end: number): number {
  const { text } = han;
  const first = han.wordLength(at);
  const sure = led >= ANNOUNCED || (led >= 1.5 && han.after('person', end) >= 2);
  let against = familiarity(han, at, end) * (sure ? SAID_OF_PERSON : 1);
  if (!han.breaks(at) && !sure) against += 2;
  if (first === end - at && !(first === 3 && isKind(text, at, Kind.plain))) {
    const likely = countOf(text, at + 1, end, Kind.given) === end - at - 1;
    const subject = led >= OPENS && han.after('person', end) >= 2;
    against += !likely ? 2.5 : sure ? 1.5 : subject ? 2 : 2.5;
  } else if (first > end - at) against += 2.5;
  else if (first === 2 && !isKind(text, at, Kind.double)) against += 1;
  if (!han.breaks(end) && han.after('person', end) < 2) against += 2;
  if (PAIRS.has(text.slice(at, at + 2)) && !sure) against += 2;
  return WORDS.lengthAt(text, at) > 0 && led < KIN ? against + 2.5 : against;
}

/** How surely a person stands from a place to an end, whatever the characters mean. */
function certainty({ han, at, led, stretch }: Place, end: number): 'only' | 'framed' | 'open' {
  const cue = han.after('person', end);
  if (led >= LABELLED || (led >= OPENS && cue >= SEX)) return 'only';
  const closed = end >= stretch.end || cue >= 1;
  const framed = (led >= ANNOUNCED && closed) || (led >= 1.5 && cue >= 2);
  return framed && (han.breaks(at) || led >= KIN) ? 'framed' : 'open';
}

const PLACE_ENDINGS: ReadonlySet<string> = new Set('省市县镇乡村旗路街弄巷');

/** The dictionary has no word for any part of it, as for most names. */
function isApart(han: HanText, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (han.wordLength(at) !== 1) return false;
  return true;
}

/** Nothing else is announced than so many characters, 经办：时雨初; 患者：都没有 announces an answer. */
const isAlone = ({ han, at, stretch, led }: Place, size: number): boolean =>
  led >= ANNOUNCED &&
  at === stretch.start &&
  at + size === stretch.end &&
  !isMostlyFamiliar(han.text, at, at + size);

/** 李强, 王建国, 欧阳明: a family name with the characters of a given name. */
function fullName(place: Place, given: number): Form | undefined {
  const { han, at, stretch, led } = place;
  const { text } = han;
  const family =
    surnameSize(text, at) || (isAlone(place, 1 + given) && isKind(text, at, Kind.titled) ? 1 : 0);
  const from = at + family;
  const end = from + given;
  if (family === 0 || end > stretch.end || (given > 1 && TITLES.lengthAt(text, from) > 1)) return undefined;
  const likely = countOf(text, from, end, Kind.given);
  const certain = certainty(place, end);
  const grammatical = countOf(text, from, end, Kind.never, Kind.given);
  const never = countOf(text, from, end, Kind.never) - grammatical;
  const clinical = countOf(text, from, end, Kind.clinical);
  const seldom = countOf(text, from, end, Kind.seldom);
  // 上官雪|自诉: the last character begins what a person does; 林芝市: or is a place
  const overruns = given > 1 && han.after('person', end - 1) >= 2 ? 2 : 0;
  const endsLikePlace = PLACE_ENDINGS.has(text.charAt(end - 1)) && led < LABELLED ? 3 : 0;
  if (never > 0 && certain !== 'only') return undefined;
  const weight =
    surnameWeight(text, at, family) -
    1 +
    1.5 * likely +
    0.5 * countOf(text, from, end, Kind.telling) -
    (certain === 'open' ? 0.5 : 0) * (given - likely) -
    GRAMMATICAL * grammatical -
    (given > 2 ? (end === stretch.end ? 1.5 : 2.5) : 0) -
    (led >= ANNOUNCED ? 1.5 : 4) * clinical -
    (likely < given ? 1 : 0.5) * Math.min(1, seldom) -
    overruns -
    endsLikePlace -
    never +
    (isApart(han, at, end) ? given / 2 + 0.5 : 0) -
    Math.min(
      wordish(place, end),
      certain === 'only' ? WORD_OF_PERSON : doubly(place, end) ? WORD_FRAMED : Infinity,
    );
  return { size: family + given, weight: weight + behind(place, end) };
}

/** A relation or a post before it and what only a person does behind it. */
const doubly = ({ han, at, led }: Place, end: number): boolean =>
  led >= ANNOUNCED && han.after('person', end) >= 2 && WORDS.lengthAt(han.text, at) === 0;

const GRAMMAR: ReadonlySet<string> = new Set('于和同与由经从全单连时都能有成管向常任何别应查谈解包');

/** 周主任, 慕容先生, 宋姐: a family name before a title. */
function titledName({ han, at, led }: Place): Form | undefined {
  const { text } = han;
  const family = surnameSize(text, at) || (isKind(text, at, Kind.titled) && han.breaks(at) ? 1 : 0);
  if (family === 0) return undefined;
  const post = POSTS.lengthAt(text, at + family);
  const title = TITLES.lengthAt(text, at + family);
  const size = family + Math.max(post, title);
  if (
    size === family ||
    (size === family + 1 && !han.breaks(at + size) && han.after('person', at + size) <= 0)
  )
    return undefined;
  const grammar = GRAMMAR.has(text.charAt(at)) && led < 1 ? 3 : 0;
  const over = han.breaks(at) ? 0 : 2;
  const asWord = han.wordLength(at) >= size && !isKind(text, at, Kind.plain) ? 3 : 0;
  const short = size === family + 1 ? 1 : 0;
  const weight =
    surnameWeight(text, at, family) +
    2.5 +
    (han.breaks(at) && han.wordLength(at) <= family && Math.max(post, title) > 1 ? 1 : 0) -
    grammar -
    over -
    asWord -
    short;
  return { size, weight, ...(title >= post && { title: text.slice(at + family, at + size) }) };
}

/** 小何, 老高, 阿珍, 小雨桐, 胖哥, 丽娟姐: what friends and neighbours call one another. */
function nickname(place: Place): Form | undefined {
  const { han, at } = place;
  const { text } = han;
  const looks = LOOKS.lengthAt(text, at);
  if (looks > 0 && TITLES.lengthAt(text, at + looks) > 0)
    return { size: looks + 1, weight: 1.5 + Math.max(0, behind(place, at + looks + 1)) };
  // 哑巴冯, 赤脚李
  if (looks > 1 && surnameSize(text, at + looks) === 1 && han.breaks(at + looks + 1))
    return { size: looks + 1, weight: 4 };
  const isPair =
    isKind(text, at, Kind.given) &&
    isKind(text, at + 1, Kind.given) &&
    countOf(text, at, at + 2, Kind.never | Kind.clinical) === 0;
  if (
    isPair &&
    /[姐哥妹弟嫂婶叔姨]/u.test(text.charAt(at + 2)) &&
    han.wordLength(at) < 2 &&
    han.breaks(at) &&
    han.breaks(at + 3)
  )
    return { size: 3, weight: (isApart(han, at, at + 2) ? 4.5 : 3) + behind(place, at + 3) };
  const prefix = text.charAt(at);
  if (!PREFIXES.has(prefix) || NICKNAME_LOOK_ALIKES.lengthAt(text, at) > 0) return undefined;
  const kinds = kindsAt(text, at + 1);
  const family = (kinds & Kind.plain) !== 0;
  const fits =
    prefix === '老' || prefix === '大' || (prefix === '小' && isApart(han, at, at + 2))
      ? (kinds & (Kind.plain | Kind.surname | (prefix === '小' ? Kind.given | Kind.foreign : 0))) !== 0
      : family || (kinds & (Kind.given | Kind.foreign)) !== 0;
  if (!fits || (!family && (kinds & (Kind.never | Kind.clinical)) !== 0)) return undefined;
  const word =
    han.wordLength(at) >= 2 && !(family && han.wordLength(at) === 2)
      ? isKind(text, at + 1, Kind.telling)
        ? 1.5
        : 3
      : 0;
  const asPair =
    prefix === '小' && countOf(text, at + 1, at + 3, Kind.given) === 2 && han.breaks(at + 3) ? 3 : 2;
  if (prefix === '老' && family && /[头汉太爷]/u.test(text.charAt(at + 2))) return { size: 3, weight: 3.5 };
  const titled = TITLES.lengthAt(text, at + 2);
  const size = titled > 0 ? 2 + titled : asPair;
  const weight =
    (prefix === '大' ? (family ? 1.5 : 0.5) : prefix === '阿' ? 2.5 : 2) +
    (family ? 0.5 : 0) +
    0.5 * countOf(text, at + 1, at + 2, Kind.telling) +
    (family && prefix !== '大' && isApart(han, at, at + 2) ? 2 : 0);
  const over = han.breaks(at) ? 0 : 2;
  return {
    size,
    weight:
      weight -
      word -
      over +
      (isApart(han, at, at + 2) ? 0.5 : 0) +
      (titled > 0 ? 1.5 : behind(place, at + size)),
  };
}

/** 女儿慧: one character behind a relation, and nothing after it. */
const loneGiven = ({ at, stretch, led }: Place): Form | undefined =>
  led >= 3 && at + 1 === stretch.end ? { size: 1, weight: 0.5 } : undefined;

/** 记录贺, 通知普外覃: a family name alone where somebody did something. */
const loneSurname = ({ han, at, stretch, led }: Place): Form | undefined => {
  const size = surnameSize(han.text, at);
  return led >= 2 &&
    led < LABELLED &&
    size > 0 &&
    at + size === stretch.end &&
    !/[\da-z]/iu.test(han.text.charAt(at + size)) &&
    !GRAMMAR.has(han.text.charAt(at)) &&
    han.breaks(at)
    ? { size, weight: 1 }
    : undefined;
};

/** 大伟, 招娣: a given name alone, where a person is announced. */
function givenName(place: Place): Form | undefined {
  const { han, at, stretch, led } = place;
  const { text } = han;
  const sure = SURE_GIVEN.lengthAt(text, at);
  if (sure > 0 && (han.breaks(at) || led >= 1) && han.breaks(at + sure)) return { size: sure, weight: SURE };
  const listed = GIVEN_WORDS.lengthAt(text, at);
  if (listed === 1) return loneGiven(place);
  // 糯糯, 果果: children are called by a character twice
  const twice = text.charAt(at) === text.charAt(at + 1) && han.wordLength(at) < 2;
  // 患者有潮热: what is seldom in a name opens none alone
  const pair =
    (twice || (countOf(text, at, at + 2, Kind.given) === 2 && !isKind(text, at, Kind.seldom))) &&
    countOf(text, at, at + 2, Kind.never | Kind.clinical) === 0;
  const opens = listed === 2 && twice && led >= OPENS && at + 2 === stretch.end;
  if ((listed === 0 && !pair) || (led < 1.5 && !opens && han.after('person', at + 2) < 2)) return undefined;
  const word =
    listed === 0 && han.wordLength(at) >= 2
      ? led >= ANNOUNCED && countOf(text, at, at + 2, Kind.telling) > 0
        ? 1
        : 2.5
      : 0;
  const said = led >= ANNOUNCED || sure > 0 ? 0 : familiarity(han, at, at + 2);
  const over = (han.breaks(at) || led >= ANNOUNCED ? 0 : 2) + (han.breaks(at + 2) ? 0 : 1.5) + said;
  const weight =
    (listed > 0 ? 1.5 : 0.5) +
    (isApart(han, at, at + 2) ? 0.75 : 0) +
    0.5 * countOf(text, at, at + 2, Kind.telling) -
    word -
    over;
  return { size: listed > 0 ? listed : 2, weight: weight + behind(place, at + 2) };
}

/** How far behind an offset the dot of a foreign name stands; -1 if none does. */
function dotBehind(text: string, at: number): number {
  for (let size = 0; size < 8; size += 1) {
    const code = text.charCodeAt(at + size);
    if (code === 0xb7 || code === 0x2022) return size;
  }
  return -1;
}

/** 马哈木提·艾山, 其其格, 那仁满都拉: names of the minorities and from abroad. */
function foreignName(place: Place): Form | undefined {
  const { han, at, stretch } = place;
  const { text } = han;
  let end = at;
  let listed = 0;
  let covered = 0;
  let dots = 0;
  while (end < stretch.end && end - at < 16) {
    const part = OTHER_NAMES.lengthAt(text, end);
    const isDot = end > at && /[·•]/u.test(text.charAt(end));
    if (part > 0) {
      listed += 1;
      covered += part;
    } else if (isDot) dots += 1;
    else if (!isKind(text, end, Kind.foreign) || han.after('person', end) >= 2) break;
    else if (dots === 0 && isKind(text, end, Kind.never)) break;
    end += Math.max(part, 1);
    if (listed > 0 && dots === 0 && part > 0 && han.after('person', end) >= 1) break;
    if (dots > 0 && !isKind(text, end, Kind.foreign) && OTHER_NAMES.lengthAt(text, end) === 0) break;
  }
  const size = end - at;
  if (size < 2 || (text.charAt(at + size) === '氏' && listed === 0)) return undefined;
  const word = listed === 0 && han.wordLength(at) >= 2 ? 2.5 : 0;
  const said = dots > 0 || covered === size || place.led >= ANNOUNCED ? 0 : familiarity(han, at, end);
  const over = (han.breaks(at) || dots > 0 ? 0 : 1) + said;
  const title = TITLES.lengthAt(text, end);
  const weight =
    (listed > 0 ? 2.5 : 0) +
    (listed > 0 && covered === size ? LISTED_CHARACTER * (size - 2) : 0) +
    (dots > 0 ? 3 : 0) +
    (surnameSize(text, at) === 1 && listed === 0 ? -1 : 0) -
    word -
    over;
  return { size: size + title, weight: weight + (title > 0 ? 2 : behind(place, end)) };
}

/** 签名：萍: one character, a family name or one of a given name. */
const isSignature = (text: string, at: number): boolean =>
  surnameSize(text, at) === 1 ||
  (isKind(text, at, Kind.given | Kind.titled) && !isKind(text, at, Kind.never | Kind.clinical));

/** Behind a label what is no word is a name, also a family name alone. */
function labelledName({ han, at, stretch, led }: Place): Form | undefined {
  const { text } = han;
  if (led < LABELLED) return undefined;
  let end = at;
  while (end < stretch.end && end - at < 7 && !(end > at + 1 && han.after('person', end) >= 2)) end += 1;
  const size = end - at;
  const found = text.slice(at, end);
  if (size === 0 || size > 6 || BLANKS.has(found)) return undefined;
  if (size === 1) return isSignature(text, at) ? { size, weight: -1.5 } : undefined;
  const word =
    han.wordLength(at) >= 2 && surnameSize(text, at) === 0 ? 3 : han.wordLength(at) === size ? 1.5 : 0;
  const long = size > 4 && countOf(text, at, end, Kind.foreign) < size - 1 ? 3 : 0;
  const unlikely = 2 * countOf(text, at, end, Kind.clinical) + 2 * countOf(text, at, end, Kind.never);
  return { size, weight: -0.5 - word - long - unlikely };
}

const FORMS: readonly ((place: Place) => Form | undefined)[] = [
  (place) => fullName(place, 1),
  (place) => fullName(place, 2),
  (place) => (place.led < ANNOUNCED && place.at > place.stretch.start ? undefined : fullName(place, 3)),
  titledName,
  nickname,
  givenName,
  loneSurname,
  foreignName,
  labelledName,
];

/** 涂米诺地尔: behind a character that is a family name as well as something that is done, a term of so many. */
const LONG_TERM = 3;

/** 二十二: so many. */
const IS_NUMBER = /^[一二三四五六七八九十百两]{2,}$/u;

/** What people answer a label with that announces a person: 回报：白细胞, 患者：反酸吗. */
const BEHIND_TERM = /^[吗呢吧了的]?$/u;
/** 甘露, 夏至: people are called so as well. */
const SHORT_TERM = 2;

/** A term of medicine stands there; behind a label a short stretch is a name unless the term is all of it. */
function opensWithTerm({ han, stretch, at, led }: Place): boolean {
  const term = dotBehind(han.text, at) < 0 ? TERMS.lengthAt(han.text, at) : 0;
  if (term === 0) return false;
  const rest = han.text.slice(at + term, stretch.end);
  const isAll = term + rest.length > SHORT_TERM && BEHIND_TERM.test(rest);
  return led < LABELLED || stretch.end - at > 3 || isAll;
}

function bestAt(place: Place): Candidate | undefined {
  let best: Candidate | undefined;
  if (opensWithTerm(place)) return undefined;
  if (place.led < ANNOUNCED && TERMS.lengthAt(place.han.text, place.at + 1) >= LONG_TERM) return undefined;
  for (const form of FORMS) {
    const read = form(place);
    if (read === undefined || IS_NUMBER.test(place.han.text.slice(place.at, place.at + read.size))) continue;
    const score = read.weight + place.led;
    if (
      best !== undefined &&
      (score < best.score || (score === best.score && read.size < best.end - best.start))
    )
      continue;
    const { title } = read;
    best = {
      start: place.at,
      end: place.at + read.size,
      kind: 'name',
      score,
      ...(title !== undefined && { placeholder: `[name]${title}` }),
    };
  }
  return best;
}

/** ——叶: who signs behind a dash at the end of a line. */
const LONGEST_SIGNATURE = 4;
const isSignedBy = ({ text }: HanText, { start, end }: Stretch): boolean =>
  end - start <= LONGEST_SIGNATURE &&
  /[—–-]{1,2} ?$/u.test(text.slice(Math.max(0, start - 3), start)) &&
  (end === text.length || text.charAt(end) === '\n');

/** 年小舟：…… 年小舟：…… Who speaks more than once in a chat, by a family name or one from abroad. */
function isSpeaker({ text }: HanText, { start, end }: Stretch): boolean {
  if (end - start < 2 || end - start > 4 || !/[:：]/u.test(text.charAt(end))) return false;
  if ((kindsAt(text, start) & (Kind.plain | Kind.surname | Kind.titled | Kind.foreign)) === 0) return false;
  const line = text.slice(start, end + 1);
  return text.indexOf(line) < start || text.includes(line, end);
}

/** How far what stands before leads to a person; a count before it does not (孕42周). */
function ledTo(han: HanText, stretch: Stretch, at: number): number {
  const { start } = stretch;
  if (at === start && (isSpeaker(han, stretch) || isSignedBy(han, stretch))) return LABELLED;
  // MR未见异常: no Mr
  if (at === start && /[A-Za-z]/u.test(han.text.charAt(at - 1))) return UNLED;
  const cue = han.before('person', at);
  if (cue > 0) return at === start && cue < OPENS ? OPENS : cue;
  if (at > start) return UNLED;
  return /[\dA-Za-z%]/u.test(han.text.charAt(at - 1)) ? UNLED : OPENS;
}

/** Cheap to ask: the character, or what stands before, makes a name possible. */
const mayOpen = (han: HanText, at: number): boolean =>
  kindsAt(han.text, at) > 0 ||
  PREFIXES.has(han.text.charAt(at)) ||
  han.before('person', at) >= LABELLED ||
  OTHER_NAMES.lengthAt(han.text, at) > 0 ||
  LOOKS.lengthAt(han.text, at) > 0 ||
  GIVEN_WORDS.lengthAt(han.text, at) > 0 ||
  SURE_GIVEN.lengthAt(han.text, at) > 0;

/** What stands in a list before somebody who was found is somebody as well: 翟素云、王芳. */
function listedBefore({ text }: HanText, found: readonly Candidate[]): Candidate[] {
  const starts = new Set(found.filter(({ score }) => score >= ENOUGH).map(({ start }) => start));
  return found.map((each) =>
    starts.has(each.end + 1) && /[、/和及与]/u.test(text.charAt(each.end))
      ? { ...each, score: each.score + LISTED }
      : each,
  );
}

/** Names in Chinese characters, weighed by their characters, the dictionary and where they stand. */
export function chineseNames(han: HanText): Candidate[] {
  const found: Candidate[] = [];
  // in a list (甲、乙) what announces the first announces the others
  let listed = { at: -1, led: 0 };
  // nobody begins inside a term: 万托林雾化
  let term = 0;
  for (const stretch of han.stretches) {
    for (let at = stretch.start; at < stretch.end; at += 1) {
      const inTerm = at < term && han.before('person', at) < ANNOUNCED;
      term = Math.max(term, at + TERMS.lengthAt(han.text, at));
      if (inTerm || !mayOpen(han, at)) continue;
      const led = Math.max(ledTo(han, stretch, at), listed.at === at ? listed.led : UNLED);
      const best = bestAt({ han, stretch, at, led });
      if (best === undefined || best.score <= 0) continue;
      found.push(best);
      if (best.score >= ENOUGH && /[、/和及与]/u.test(han.text.charAt(best.end)))
        listed = { at: best.end + 1, led: Math.min(led, LABELLED) };
    }
  }
  return listedBefore(han, found);
}
