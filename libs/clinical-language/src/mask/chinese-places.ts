import { positionsBetween } from '../normalise/at-position';
import { type Candidate, ENOUGH, withLength } from './candidate';
import { countOf, Kind, surnameSize } from './chinese-characters';
import { isMostlyFamiliar } from './familiar-pairs';
import { type HanText, type Stretch, WordIndex } from './han-text';
import { classesOf, headsOf, type HeadRow } from './mask-lexicon';

const PLACES = classesOf('zh/places');
const PROVINCES = new WordIndex(PLACES.get('province') ?? []);
const CITIES = new WordIndex(PLACES.get('city') ?? []);
const COUNTIES = new WordIndex(PLACES.get('county') ?? []);
const FIRMS = new WordIndex(PLACES.get('firm') ?? []);
const KNOWN = [CITIES, PROVINCES, COUNTIES, FIRMS] as const;
const BOUNDARIES: ReadonlySet<string> = new Set(PLACES.get('boundary'));
const BOUNDARY_OR_NAME: ReadonlySet<string> = new Set(PLACES.get('boundary-or-name'));
const GRAMMAR: ReadonlySet<string> = new Set(PLACES.get('grammar'));
const ENDS_ADDRESS: ReadonlySet<string> = new Set(PLACES.get('ends-address'));
const PERCEIVES: ReadonlySet<string> = new Set(PLACES.get('perceives'));
const NOT_PLACES: ReadonlySet<string> = new Set(PLACES.get('not-place'));
/** What an institution is for, between its name and its head: 血液净化|中心. */
const FIELDS: ReadonlySet<string> = new Set(PLACES.get('field'));
const LONGEST_FIELD = 6;
const GENERIC = new WordIndex([...(PLACES.get('generic') ?? []), ...FIELDS]);
/** Behind an unknown name they are firms and nothing else: 鸿泰|陶瓷. */
const TRADES: ReadonlySet<string> = new Set(PLACES.get('trade'));
/** What goes on behind an address: 小区|南门. */
const BESIDE = new WordIndex(PLACES.get('beside') ?? []);
const HEADS = new WordIndex(headsOf('zh').flatMap(({ words, phrases }) => [...words, ...phrases]));
/** A word that stands in two rows is what the stronger says. */
const ROWS: ReadonlyMap<string, HeadRow> = new Map(
  headsOf('zh')
    .sort((a, b) => (a.head < b.head ? 1 : -1))
    .flatMap((row) => row.words.map((word) => [word, row] as const)),
);

/** The longest name of a place that is looked for. */
const LONGEST = 18;
const STRONG = 3.5;
const WEAK = 1;
/** "老街坊火锅": in quotes as names are. */
const QUOTED = 1.5;
const QUOTES: ReadonlySet<string> = new Set('"“「『');
/** 鸿泰|陶瓷: before the word of a trade stands what no dictionary has. */
const UNKNOWN_FIRM = 2;
/** The most that what is said of somebody speaks for a place. */
const MOST = 3;
const CITY = 2.5;
/** Smaller ones and firms, whose names are words as well: only where something else speaks for them. */
const COUNTY = 0.5;
/** 13村2组, 88栋, 65号: what goes on behind a street or a village. */
const NUMBERS =
  /(?:[东南西北中]段?)?[甲乙丙丁]?(?:[\dA-Z]{1,4}|[一二三四五六七八九十]{1,3})(?:(?:号|村|弄|巷|期|栋|幢|座|室|楼|层|组|队|社|单元|院|摊|户|排|区|-){1,2}(?:\d{1,4}|[一二三四五六七八九十]{1,3}(?=[组队号栋楼室层])|[甲乙丙丁](?=单元))?){1,5}(?:[东南西北][门屋院侧])?|\d{1,3}(?:-\d{1,4}){0,2}-\d{2,4}(?!\d)/uy;

const NUMERALS: ReadonlySet<string> = new Set('一二三四五六七八九十');

/** 路口|往西60米. */
const TOWARDS = /[往向朝][东南西北]\d{1,4}米/uy;

/** What goes on behind the trade of a firm: 鸿达纺织|厂. */
const BUSINESS = /(?:有限|分)?(?:公司|厂|店|集团|中心)/uy;

/** Where names of known places begin and end in a stretch, so that nothing cuts them. */
function knownPlaces(han: HanText, { start, end }: Stretch): Map<number, number> {
  const endsToStarts = new Map<number, number>();
  for (let at = start; at < end;) {
    const size = Math.max(...KNOWN.map((index) => index.lengthAt(han.text, at)));
    if (size > 0) endsToStarts.set(at + size, at);
    at += Math.max(size, 1);
  }
  return endsToStarts;
}

/** How many characters are left when generic words are taken away: none of 市第三人民, four of 涪城区第二人民. */
function ownCharacters(text: string, from: number, to: number): number {
  let own = 0;
  for (let at = from; at < to;) {
    const generic = GENERIC.lengthAt(text, at, to);
    own += generic > 0 ? 0 : 1;
    at += Math.max(generic, 1);
  }
  return own;
}

/** Where a name begins that ends with a head: behind the word of grammar before it. */
function beginning(
  han: HanText,
  { start }: Stretch,
  head: number,
  known: ReadonlyMap<number, number>,
): number {
  let at = head;
  while (at > start && head - at < LONGEST) {
    const from = known.get(at) ?? Math.max(start, han.wordBefore(at));
    const word = han.text.slice(from, at);
    if (!known.has(at) && word.endsWith('岁')) break;
    // 在江|铃: the dictionary took the preposition along
    if (!known.has(at) && word.length > 1 && word.startsWith('在')) return from + 1;
    if (
      !known.has(at) &&
      BOUNDARIES.has(word) &&
      !isInName(han, from, at, start, known) &&
      !opensName(han, from, at, head)
    )
      break;
    at = from;
  }
  return at;
}

/** 向阳小学 behind 在: a word of grammar before the one character that is left, and behind another word of grammar. */
const opensName = (han: HanText, from: number, at: number, head: number): boolean =>
  head - at === 1 &&
  at - from === 1 &&
  !GRAMMAR.has(han.text.charAt(from)) &&
  (!han.isHan(from - 1) || BOUNDARIES.has(han.text.slice(han.wordBefore(from), from)));

/** 安和养老院: a word of grammar between single characters that are none. */
const isInName = (
  han: HanText,
  from: number,
  to: number,
  start: number,
  known: ReadonlyMap<number, number>,
): boolean => {
  const before = from - 1;
  const isVillage =
    han.text.slice(from, to) === '家' && before >= start && surnameSize(han.text, before) === 1;
  if (isVillage && han.wordLength(before) === 1) return true;
  return (
    BOUNDARY_OR_NAME.has(han.text.slice(from, to)) &&
    (before < start
      ? han.wordLength(to) === 1
      : known.has(from) || (han.wordLength(before) === 1 && !BOUNDARIES.has(han.text.charAt(before))))
  );
};

const cueAt = (han: HanText, at: number): number =>
  Math.max(han.before('place', at), han.before('org', at), 0);

/** So many numbers and parts may follow each other: 88号|家属院|甲楼404室. */
const MOST_FURTHER = 4;

const lengthOf = (pattern: RegExp, { text }: HanText, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

function endOf(han: HanText, from: number): number {
  let end = from + lengthOf(BUSINESS, han, from);
  for (let further = 0; further < MOST_FURTHER; further += 1) {
    const size = lengthOf(NUMBERS, han, end) || BESIDE.lengthAt(han.text, end) || lengthOf(TOWARDS, han, end);
    if (size === 0) break;
    end += size;
  }
  return end;
}

/** 遗传|所, 社区|站: a word for its trade ends before the head. */
function isFielded({ text }: HanText, at: number): boolean {
  for (let size = 2; size <= LONGEST_FIELD; size += 1) if (FIELDS.has(text.slice(at - size, at))) return true;
  return false;
}

/** The word of the dictionary in which an offset lies. */
function wordAround(han: HanText, at: number): string {
  const from = han.breaks(at) ? at : han.wordBefore(at + 1);
  return han.text.slice(from, from + Math.max(1, han.wordLength(from)));
}

/** 省人民医院, 市公安局, 第二纺织厂: one in its town, though no word of it is its own. */
const WHOSE = /^[省市县区州旗](?![级里内外上直])|第[一二三四五六七八九十]/u;

/** 涪城区第二人民医院, 凤凰县腊尔山镇夯卡村三组: a name before its head. */
function headed(
  han: HanText,
  stretch: Stretch,
  at: number,
  size: number,
  known: ReadonlyMap<number, number>,
): Candidate | undefined {
  const { text } = han;
  const row = ROWS.get(text.slice(at, at + size));
  if (row === undefined) return undefined;
  // 山路 is no road, 银雀山路88号 is one
  const isNone =
    NOT_PLACES.has(wordAround(han, at + size - 1)) || NOT_PLACES.has(text.slice(at - 1, at + size));
  if (isNone && (row.head === 'weak' || endOf(han, at + size) === at + size)) return undefined;
  // 周四|局麻: a number that belongs to what stands before
  if (!han.breaks(at) && NUMERALS.has(text.charAt(at))) return undefined;
  // 大学生, 小学毕业, 路过: a longer word runs on
  if (!han.breaks(at + size) && size < 2 && !/^[村镇乡县市区州屯寨庄旗盟]人/u.test(text.slice(at, at + 2)))
    return undefined;
  if (/^(?:大学|中学|小学)[生]/u.test(text.slice(at, at + size + 1))) return undefined;
  const start = beginning(han, stretch, at, known);
  const own = Math.max(
    ownCharacters(text, start, at),
    row.kind === 'org' &&
      (WHOSE.test(text.slice(start, at + size)) || (row.head === 'strong' && cueAt(han, start) >= 3))
      ? 2
      : 0,
  );
  const isFirm = FIRMS.lengthAt(text, start) === at - start && at > start;
  const hasKnown = positionsBetween(start, at).some((to) => (known.get(to + 1) ?? -1) >= start);
  if (!isFirm && !hasKnown && isMostlyFamiliar(text, start, at)) return undefined;
  const certain = known.get(at) !== undefined || own >= 3;
  const fielded = row.kind === 'org' && own >= 2 && han.breaks(at + size) && isFielded(han, at);
  const weak = row.head === 'weak' && !fielded;
  if ((own < (weak && !certain ? 2 : 1) && !isFirm) || at - start < (size > 1 && own < 2 ? 2 : 1))
    return undefined;
  if (weak && wordAround(han, at).length > size) return undefined;
  // 信封里: inside something
  if (
    text.charAt(at) === '里' &&
    size === 1 &&
    han.wordLength(start) === at - start &&
    endOf(han, at + 1) === at + 1
  )
    return undefined;
  if (weak && (han.wordLength(start) >= at + size - start || at - start > 6)) return undefined;
  const trade =
    weak &&
    TRADES.has(text.slice(at, at + size)) &&
    at - start > 1 &&
    han.breaks(at) &&
    han.breaks(at + size) &&
    (known.has(at) || isNamelike(han, start, at));
  const end = endOf(han, at + size);
  const numbered = end > at + size ? 1.5 : 0;
  const alone = size === 1 && own < 2 && !known.has(at) ? 1.5 : 0;
  const more =
    (han.before('place', start) > 0 || start === stretch.start ? 0.5 : 0) +
    (QUOTES.has(text.charAt(start - 1)) ? QUOTED : 0);
  // 永昌煤业工人: whose people are named behind
  const cue = Math.max(cueAt(han, start), row.kind === 'org' && size > 1 ? han.after('org', end) : 0);
  return {
    start,
    end,
    kind: row.kind,
    score:
      (weak ? WEAK : STRONG) + Math.min(MOST, cue) + numbered + more + (trade ? UNKNOWN_FIRM : 0) - alone,
  };
}

/** 喀什, 望京, 富士康: a place or a firm that everybody knows, where somebody is or lives. */
function known(han: HanText, stretch: Stretch, from: number, to: number): Candidate | undefined {
  const { text } = han;
  const isOnly = (index: WordIndex): boolean => index.lengthAt(text, from) === to - from;
  if (isOnly(PROVINCES) || han.after('thing', to) > 0 || !han.breaks(from)) return undefined;
  const isFirm = isOnly(FIRMS);
  const cue = Math.min(
    MOST,
    Math.max(0, han.before('place', from), han.before('org', from), isFirm ? han.after('org', to) : 0),
  );
  const end = to + (!isFirm && /^[市省州县区盟旗]/u.test(text.slice(to, to + 1)) ? 1 : 0);
  const people = /^(?:人|籍|这边|那边)(?![工民口员])/u.test(text.slice(end, end + 3)) ? 2 : 0;
  const alone =
    (from === stretch.start || end === stretch.end || han.breaks(to) ? 0.5 : 0) +
    (from === stretch.start && end === stretch.end ? (isFirm ? 2.5 : 0.5) : 0);
  const own = isOnly(CITIES) ? CITY : COUNTY;
  return { start: from, end, kind: isFirm ? 'org' : 'address', score: own + cue + people + alone };
}

/** Whatever stands where somebody lives, works, comes from or falls: up to a word of grammar or to what is done there. */
function cued(han: HanText, stretch: Stretch, at: number): Candidate | undefined {
  const { text } = han;
  const place = han.before('place', at);
  const org = han.before('org', at);
  const cue = Math.max(place, org);
  if (cue < 2.5) return undefined;
  const strong = cue >= (org > place ? 3 : 5);
  const isAddress = place >= 5;
  let end = at;
  let unknown = 0;
  while (end < stretch.end && end - at < 9 && (end === at || doneThere(han, end) === 0)) {
    const size = Math.max(1, han.wordLength(end));
    const city = Math.max(CITIES.lengthAt(text, end), COUNTIES.lengthAt(text, end));
    const isVillage = text.charAt(end) === '家' && end === at + 1 && surnameSize(text, at) === 1;
    // 家住绿地世纪城: behind such a cue all is the place, up to what joins clauses
    const ends =
      isAddress && size === 1
        ? ENDS_ADDRESS.has(text.charAt(end))
        : BOUNDARIES.has(text.slice(end, end + size));
    if (city === 0 && !isVillage && ends) break;
    unknown += size === 1 || city > 0 ? Math.max(city, 1) : 0;
    end += Math.max(size, city);
  }
  const own = ownCharacters(text, at, end);
  if (end - at < 2 || own < 2 || end - at > 8 || isClinical(text, at, end, isAddress)) return undefined;
  if (isMostlyFamiliar(text, at, end)) return undefined;
  // 现在, 摸到: what only may lead to a place needs to be a word, and an act or an ending behind
  const led = strong || (isWordOfItsOwn(han, at) && (doneThere(han, end) > 0 || endsAsPlace(han, at, end)));
  if (!led) return undefined;
  const closed = end >= stretch.end || doneThere(han, end) > 0;
  // 石桥铺: the dictionary has no word for it, and it ends as places do
  const form =
    (unknown > 1 ? 0.5 : strong ? -0.5 : -2.5) +
    (han.wordLength(at) >= end - at ? -2 : 0) +
    (closed ? 0.5 : -0.5) +
    (endsAsPlace(han, at, end) ? 0.5 : 0) -
    (strong ? 0 : 0.5);
  return {
    start: at,
    end: endOf(han, end),
    kind: org > place ? 'org' : 'address',
    score: Math.min(MOST + 0.5, cue) + form,
  };
}

const endsAsPlace = ({ text }: HanText, from: number, end: number): boolean =>
  HEADS.lengthAt(text, end - 1) === 1 && !NOT_PLACES.has(text.slice(Math.max(from, end - 2), end));

/** 在, and not the end of 现在 or 摸到. */
const isWordOfItsOwn = (han: HanText, at: number): boolean => {
  const word = han.text.slice(han.wordBefore(at), at);
  return (word.length === 1 || BOUNDARIES.has(word)) && !PERCEIVES.has(han.text.charAt(at - 2));
};

/** Behind a place: what somebody does there, or where beside it. */
const doneThere = (han: HanText, at: number): number =>
  Math.max(han.after('org', at), han.after('place', at));

/** A site of the body, a ward or a complaint is no place where somebody lives. */
const isClinical = (text: string, from: number, to: number, isAddress: boolean): boolean =>
  countOf(text, from, to, isAddress ? Kind.clinical : Kind.never | Kind.clinical) > 0 ||
  /[科室房点]$/u.test(text.slice(from, to));

/** Parts of an address in a row (县镇村): where the last ended, and how many there are. */
interface Chain {
  readonly end: number;
  readonly parts: number;
}
const NO_CHAIN: Chain = { end: -1, parts: 0 };
/** The longest name of a part: 恰勒瓦希|村. */
const LONGEST_PART = 5;
/** A part alone is what the whole is. */
const IN_CHAIN = ENOUGH + 0.5;

/** 巴格其|镇 behind 和田县: up to its head a part is a name, also with words of grammar in it. */
function partOf(
  { text }: HanText,
  { end }: Chain,
  at: number,
  size: number,
): Pick<Candidate, 'start' | 'kind'> | undefined {
  const row = ROWS.get(text.slice(at, at + size));
  const long = at - end;
  if (row === undefined || long < 1 || long > (row.head === 'weak' ? 3 : LONGEST_PART)) return undefined;
  if (row.kind === 'org' && row.head === 'weak') return undefined;
  const whole = text.slice(at - 1, at + size);
  const ends = Array.from(text.slice(end, at)).some((char) => ENDS_ADDRESS.has(char));
  const isNone = ends || NOT_PLACES.has(whole) || countOf(text, at - 1, at, Kind.clinical) > 0;
  return isNone ? undefined : { start: end, kind: row.kind };
}

/** 历山镇|后河: what is left to the end of an address with several parts, or of one that was announced. */
function tailOf(han: HanText, stretch: Stretch, { end, parts }: Chain): Candidate | undefined {
  const size = stretch.end - end;
  if (parts < 2 || size < 1 || size > LONGEST_PART - 1 || doneThere(han, end) > 0) return undefined;
  if (countOf(han.text, end, stretch.end, Kind.clinical) > 0 || !isNamelike(han, end, stretch.end))
    return undefined;
  return { start: end, end: endOf(han, stretch.end), kind: 'address', score: IN_CHAIN };
}

/** Most of it is in no dictionary. */
function isNamelike(han: HanText, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (han.wordLength(at) > 1) return false;
  return true;
}

/** What joins the roads of a crossing: 新安路与文化街交叉口. */
const JOINS_PLACES = /[与和、/]/u;
const LISTED = 1.5;

/** A place that a list or a crossing joins to one that was found. */
function listed({ text }: HanText, found: readonly Candidate[]): Candidate[] {
  const starts = new Set(found.filter(({ score }) => score >= ENOUGH).map(({ start }) => start));
  return found.map((each) =>
    starts.has(each.end + 1) && JOINS_PLACES.test(text.charAt(each.end))
      ? { ...each, score: each.score + LISTED }
      : each,
  );
}

/** Places and organisations in Chinese: by what their names end with, by what everybody knows, and by who is said to be there. */
export function chinesePlaces(han: HanText): Candidate[] {
  const found: (Candidate | undefined)[] = [];
  for (const stretch of han.stretches) {
    const places = knownPlaces(han, stretch);
    for (const [to, from] of places) found.push(known(han, stretch, from, to));
    // the 市 of 超市 is no head of its own
    let inside = 0;
    let chain = NO_CHAIN;
    for (let at = stretch.start; at < stretch.end; at += 1) {
      const size = HEADS.lengthAt(han.text, at);
      const head = at + size <= inside ? 0 : size;
      inside = Math.max(inside, at + size);
      if (head > 0 && at > stretch.start) {
        const place = headed(han, stretch, at, head, places);
        const part = chain.end < 0 ? undefined : partOf(han, chain, at, head);
        found.push(place, part && { ...part, end: endOf(han, at + head), score: IN_CHAIN });
        if (part?.kind === 'org') chain = NO_CHAIN;
        else if (part !== undefined) chain = { end: at + head, parts: chain.parts + 1 };
        else if (place?.kind === 'address' && place.score >= ENOUGH)
          chain = { end: at + head, parts: place.start < chain.end ? chain.parts + 1 : 1 };
      }
      if (han.breaks(at) || han.text.charAt(at - 1) === '在') found.push(cued(han, stretch, at));
    }
    found.push(tailOf(han, stretch, chain));
  }
  const all = found.filter((candidate) => candidate !== undefined);
  return listed(han, all).map(withLength);
}
