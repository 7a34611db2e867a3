import { type Candidate, withLength } from './candidate';
import { CueTrie } from './cue-trie';
import { classOfName, isMonth, type NameClass } from './english-classes';
import { type EnglishWord, englishWord, opens } from './english-run';
import { classesOf, headsOf, type HeadRow } from './mask-lexicon';
import { type Passage } from './passage';

const HEADS = new CueTrie<HeadRow>();
for (const row of headsOf('en')) for (const phrase of [...row.words, ...row.phrases]) HEADS.add(phrase, row);
/** Emergency, District, Community: before Hospital or Centre they name none in particular. */
const PROPER = classesOf('en/proper-nouns');
const GENERIC: ReadonlySet<string> = new Set(PROPER.get('generic'));

const LONGEST = 7;
const CONNECTS: ReadonlySet<string> = new Set([
  'of',
  'and',
  '&',
  'the',
  'on',
  'upon',
  'under',
  'le',
  'na',
  'an',
  'for',
  'de',
  'la',
  'st',
  "o'",
  'st.',
]);
/** Barrow-in-Furness, Ashby-de-la-Zouch: small words that hyphens join. */
const HYPHENED: ReadonlySet<string> = new Set(['in', 'by', 'super', 'cum', 'next', 'over', 'with']);
const DISTINCT: ReadonlySet<NameClass> = new Set([
  'given',
  'given-or-word',
  'surname',
  'surname-or-word',
  'eponym',
  'unknown',
  'company',
  'town',
]);
const PERSONAL: ReadonlySet<NameClass> = new Set(['given', 'surname', 'unknown']);
const STRONG = 5;
const WEAK = 3;
const LEADING = 4;
const SAINT = 3.5;
const NUMBERED = 2;

const isCapital = (word: EnglishWord | undefined): word is EnglishWord =>
  word !== undefined && word.shape !== 'lower';

const isGeneric = ({ nameClass, written, shape }: EnglishWord): boolean =>
  nameClass === 'stop' ||
  shape === 'initial' ||
  GENERIC.has(written.charAt(0).toUpperCase() + written.slice(1).toLowerCase());

/** Whether some word tells which one it is: for weak heads one that no dictionary has. */
const isDistinct = (words: readonly EnglishWord[], weak: boolean): boolean =>
  words.some(
    (word) =>
      !isGeneric(word) &&
      // HIV clinic, REFERRAL TO HOSPICE: what is in capitals is more often no name
      (word.shape === 'capitals'
        ? DISTINCT.has(word.nameClass) && (!weak || word.written.length > 4)
        : DISTINCT.has(word.nameClass) || (!weak && word.nameClass !== 'wide-place')),
  );

/** Directly on from the token before, past the full stop of "St." and the hyphen of "Stoke-on-Trent". */
const touches = (passage: Passage, at: number): boolean => {
  const gap = passage.gap(at);
  return (
    gap === ' ' || (gap === '' && (passage.is(at, '-') || passage.is(at - 1, '-') || passage.is(at, '.')))
  );
};

/** The capitalised words right before a token or a comma, with the small words between them. */
function wordsBefore(passage: Passage, at: number): EnglishWord[] {
  const words: EnglishWord[] = [];
  let connectors = 0;
  const touchesNext = (back: number): boolean =>
    touches(passage, back + 1) || (back === at - 1 && passage.is(at, ','));
  for (let back = at - 1; back >= 0 && back > at - 2 * LONGEST && touchesNext(back); back -= 1) {
    const word = englishWord(passage, back);
    if (word?.shape === 'initial' && passage.gap(back) === '') break;
    if (isCapital(word)) {
      // "Sahota of Northgate Foods": who is of a place is no part of its name
      if (passage.is(back + 1, 'of') && PERSONAL.has(word.nameClass)) break;
      words.unshift(word);
      connectors = 0;
    } else if (
      passage.is(back, '-') ||
      (passage.is(back, '.') && /^(?:st|co)$/u.test(passage.tokens[back - 1]?.text ?? ''))
    )
      continue;
    else if (words.length === 0 || !CONNECTS.has(passage.written(back)) || (connectors += 1) > 2) break;
  }
  // "The" opens a sentence and "Attends" as well
  for (
    let first = words[0];
    first !== undefined && words.length > 1 && first.nameClass === 'stop';
    first = words[0]
  ) {
    if (!opens(passage, first.at) && !/^(?:The|At|In)$/u.test(first.written)) break;
    words.shift();
  }
  return words.slice(-LONGEST);
}

/** Whether a capitalised word that names something follows at once. */
const goesOn = (passage: Passage, at: number): boolean => {
  const word = passage.gap(at + 1) === ' ' ? englishWord(passage, at + 1) : undefined;
  return word?.shape === 'capital' && !isGeneric(word);
};

/** Behind these a word that nobody has listed is where somebody was, not who or what. */
const AT_PLACE: ReadonlySet<string> = new Set(PROPER.get('at-place'));

/** The capitalised words from a token on. */
function wordsFrom(passage: Passage, at: number): EnglishWord[] {
  const words: EnglishWord[] = [];
  for (let next = at; next < at + 2 * LONGEST && words.length < LONGEST; next += 1) {
    if (next > at && !touches(passage, next)) break;
    const word = englishWord(passage, next);
    // Surgery: Addison's, but at Addenbrooke's
    if (
      word?.possessive === true &&
      !AT_PLACE.has(passage.written(at - 1)) &&
      (word.nameClass === 'medical' || word.nameClass === 'eponym')
    )
      break;
    if (isCapital(word)) {
      // New Mills, South Shields: what opens no name alone may open one of two words
      if (
        word.nameClass === 'stop' &&
        (words.length === 0 || !isCapital(englishWord(passage, next - 1))) &&
        !goesOn(passage, next)
      )
        break;
      words.push(word);
    } else if (HYPHENED.has(passage.written(next)) && passage.gap(next) === '' && words.length > 0) continue;
    else if (passage.is(next, '-') || passage.is(next, '.')) {
      if (passage.is(next, '.') && !/^(?:st|co)$/u.test(passage.tokens[next - 1]?.text ?? '')) break;
    } else if (
      words.length === 0 ||
      !CONNECTS.has(passage.written(next)) ||
      !isCapital(englishWord(passage, next + 1))
    )
      break;
  }
  return words;
}

/** Flat 6, No. 8, 4/18: what stands before the name of a street. */
const HOUSE =
  /(?:(?<!\d)\d{1,2}(?:st|nd|rd|th) [Ff]loor,? )?(?:(?<![\p{L}\d])(?:[Ff]lat|[Aa]pt|[Aa]partment|[Uu]nit|[Ss]uite|[Hh]ouse|[Pp]lot|[Bb]lock|[Bb]lk|[Ll]ot|[Dd]oor|[Hh]|(?:P\.? ?O\.? ?)?[Bb]ox)\.? ?(?:[Nn]o\.? ?)?(?=[A-Za-z]?\d|[A-Z],)[\dA-Za-z/-]{1,8},? ){0,2}(?:(?:[Nn]o\.? ?)?\d{1,5}[A-Za-z]?(?:[-/](?:\d{1,5}|[A-Z]))?,? )?(?:[NSEW]\.? )?$/u;
/** What goes on an address: a town, a county, a postcode. */
const FURTHER =
  /^(?:,? ?(?:[A-Z]{2,3} )?\d{4,6}(?:-\d{3,4})?(?!\d|[./]\d)|,? ?\n?(?:[Cc]o\.|Co|[Dd]istt?\.?|[Dd]istrict|[Tt]ehsil|[Tt]aluka?|[Cc]ounty|P\.?[OS]\.?) \p{Lu}[\p{L}'-]{1,20}|, ?\n?(?<town>\p{Lu}\p{Ll}[\p{L}'-]{1,20})(?:[ -](?:(?:upon|le|of|the|under)[ -]){0,2}(?<more>\p{Lu}\p{Ll}[\p{L}'-]{1,20}(?!\d)|\d{1,2}(?![\d./]))){0,3}|,? via \p{Lu}[\p{L}'-]{2,20}| \d{1,4}[A-Za-z]?(?=[,;]|\.?$|\. | (?:via|near|in|at)\b)|,? (?:Apt|Unit|Suite|Flat|#)\.? ?\d{1,4}[A-Za-z]?|,? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|,? [A-Z]\d[\dW] ?[A-Z\d]{4}\b)/u;
const NO_TOWN: ReadonlySet<NameClass> = new Set(['stop']);

/** Where the place ends: past the towns and codes behind commas. */
function endOfAddress(passage: Passage, from: number): number {
  let end = from;
  for (let parts = 0; parts < 4; parts += 1) {
    const match = FURTHER.exec(passage.text.slice(end, end + 70));
    const town = match?.groups?.['town'];
    const isNone =
      town !== undefined && match?.groups?.['more'] === undefined && NO_TOWN.has(classOfName(town));
    if (match === null || isNone || town?.endsWith("'s") === true) break;
    const ends = /^[ ]?(?:$|[^\p{L}\d ]|(?:by|with|on|in|and|for|to|tel|since|until|where|who)\b)/u.test(
      passage.text.slice(end + match[0].length, end + match[0].length + 7),
    );
    if (town !== undefined && /^(?:word|given)/u.test(classOfName(town)) && !ends) break;
    // Little Herons Nursery, Koplik spots
    const behind = passage.indexAt(end + match[0].length);
    if (town !== undefined && ((passage.after.thing[behind] ?? 0) > 0 || passage.is(behind, '-'))) break;
    end += match[0].length;
  }
  return end;
}

/** Behind these, and behind a label, the name of a house may stand: of Fernleigh, Back Lane. */
const LEADS_TO_HOUSE = /^(?:of|at|is|to|from|:)$/u;

/** Where the name of a house before the name of its street begins: Ferry Cottage|, Slipway Lane. */
function houseBefore(passage: Passage, street: number): number | undefined {
  if (!passage.is(street - 1, ',') || passage.gap(street) !== ' ') return undefined;
  const words = wordsBefore(passage, street - 1);
  const first = words[0];
  if (first === undefined || words.length > 3 || !isDistinct(words, false)) return undefined;
  const start = passage.start(first.at);
  const house = withHouse(passage, start);
  const isLed =
    house < start ||
    LEADS_TO_HOUSE.test(passage.written(first.at - 1)) ||
    (passage.before.place[first.at] ?? 0) >= 3;
  return isLed ? house : undefined;
}

function withHouse(passage: Passage, start: number): number {
  return start - (HOUSE.exec(passage.text.slice(Math.max(0, start - 36), start))?.[0].length ?? 0);
}

/** Behind these stands where somebody is: at brightwell pharmacy. */
const AT_SMALL: ReadonlySet<string> = new Set(PROPER.get('at-small-place'));
const SMALL: ReadonlySet<NameClass> = new Set(['surname', 'town', 'unknown']);
const SHORTEST_SMALL = 5;
const WRITTEN_SMALL = 3;

/** at brightwell pharmacy: as chats write it, a word that is none before a head that is sure. */
function headedSmall(passage: Passage, row: HeadRow, from: number, to: number): Candidate | undefined {
  const word =
    row.head === 'strong' && passage.gap(from) === ' ' ? englishWord(passage, from - 1) : undefined;
  if (word?.shape !== 'lower' || englishWord(passage, to - 1)?.shape !== 'lower') return undefined;
  const isName = SMALL.has(word.nameClass) && word.written.length >= SHORTEST_SMALL;
  if (!isName || !AT_SMALL.has(passage.written(from - 2)) || (passage.after.thing[to] ?? 0) > 0)
    return undefined;
  return {
    start: passage.start(word.at),
    end: passage.end(to - 1),
    kind: row.kind,
    score: WRITTEN_SMALL,
  };
}

/** A name before its head: Larkspur Close, Footscray Hospital, Delmar Tool & Die plant. */
function headed(passage: Passage, row: HeadRow, from: number, to: number): Candidate | undefined {
  const weak = row.head === 'weak';
  const words = wordsBefore(passage, from);
  const small = passage.written(to - 1).charAt(0) === passage.tokens[to - 1]?.text.charAt(0);
  if (words.length === 0 || !touches(passage, from)) return undefined;
  const opening = words[0]?.at ?? from;
  const article =
    passage.is(opening - 1, 'the') && (row.kind === 'org' || passage.written(opening - 1) === 'The') ? 1 : 0;
  const first = passage.start(opening - article);
  const house = row.kind === 'address' ? houseBefore(passage, opening) : undefined;
  const start = house ?? (row.kind === 'address' ? withHouse(passage, first) : first);
  const numbered = start < first ? NUMBERED : 0;
  // Katie's place, but 7 Cobbler's Rise
  if (row.kind === 'address' && words.at(-1)?.possessive === true && (numbered === 0 || small))
    return undefined;
  const cue = Math.max(
    passage.before.place[words[0]?.at ?? 0] ?? 0,
    passage.before.org[words[0]?.at ?? 0] ?? 0,
    0,
  );
  const named =
    cue >= 3 ||
    /^the$/iu.test(passage.written((words[0]?.at ?? 0) - 1)) ||
    words[0]?.written === 'The' ||
    (row.kind === 'org' && !small && !opens(passage, words[0]?.at ?? 0));
  // 12 Church Road: its number tells which one
  const isAddress = row.kind === 'address' && numbered > 0 && !small && (!weak || cue >= 3);
  // of The Old Forge: the capital of the article tells a name
  const isTitled = row.kind === 'address' && article > 0 && !opens(passage, opening - 1) && !small;
  if (!isAddress && !isTitled && !isDistinct(words, (weak && numbered === 0 && !named) || small))
    return undefined;
  if (small && row.kind === 'address') return undefined;
  const thing = Math.max(0, passage.after.thing[to] ?? 0);
  const end = passage.end(to - 1);
  const score = (weak ? WEAK : STRONG) + numbered + Math.min(2, cue) - (numbered > 0 ? 0 : thing);
  return { start, end: endOfAddress(passage, small ? passage.end(from - 1) : end), kind: row.kind, score };
}

/** A name behind its head: University of Hull, village Bhainswal, Ysbyty Glan Teifi. */
function led(passage: Passage, row: HeadRow, from: number, to: number): Candidate | undefined {
  const next = passage.is(to, '.') ? to + 1 : to;
  const words = wordsFrom(passage, next);
  const last = words.at(-1);
  const isOwn = row.kind === 'org';
  if (
    last === undefined ||
    (passage.gap(next) !== ' ' && passage.gap(next) !== '') ||
    !isDistinct(words, !isOwn)
  )
    return undefined;
  if (isOwn && !isCapital(englishWord(passage, from))) return undefined;
  const head = passage.start(from);
  const start = isOwn ? head : withHouse(passage, head);
  return { start, end: endOfAddress(passage, passage.end(last.at)), kind: row.kind, score: LEADING };
}

/** An ordinary word with a capital inside a sentence is the name of something: Boots, Settle. */
const BY_CLASS: Readonly<Record<NameClass, number>> = {
  given: -1.5,
  'given-or-word': -1,
  surname: -0.5,
  'surname-or-word': 0,
  unknown: 1,
  company: 0.5,
  town: 1,
  eponym: 0,
  medical: 0,
  'wide-place': -9,
  word: 0,
  stop: -9,
};
/** Works at the Rosie: with an article a name is a house's. */
const INSTITUTION = 2;
/** The most that what is said of somebody speaks for a place. */
const MOST = 4;
/** DNAR, CAMHS: capitals are more often an abbreviation. */
const CAPITALS = -3;
/** Behind a preposition several capitalised words are one name, whoever they may be; one is, if firms are called so. */
const LED = 2.5;
/** Registrar Okafor, Daughter Mary: from this on a word says who somebody is. */
export const SAYS_WHO = 1.5;
const LEADS: ReadonlySet<string> = new Set([
  'at',
  'in',
  'to',
  'from',
  'for',
  'with',
  'by',
  'outside',
  'near',
  'via',
  'past',
]);

/** What the words themselves speak for a place or an organisation. */
const formOf = (words: readonly EnglishWord[], isOrg: boolean): number =>
  Math.max(
    ...words.map(({ nameClass, shape }) =>
      shape === 'capitals' ? CAPITALS : BY_CLASS[nameClass] - (isOrg && nameClass === 'word' ? 0.5 : 0),
    ),
  ) + (words.length > 1 ? 1 : 0);

/** Whether a preposition in small letters leads to a word, past an article. */
const isLedTo = (passage: Passage, at: number): boolean =>
  LEADS.has(passage.written(at - 1)) && passage.gap(at) === ' ';

/** Lot 3|Pindari Track, Platform 2,|Redfern: behind what has a number in a place. */
const NUMBERED_SPOTS: ReadonlySet<string> = new Set(PROPER.get('numbered-spot'));
function behindNumber(passage: Passage, at: number): number {
  if (!NUMBERED_SPOTS.has(passage.tokens[at]?.text ?? '')) return at;
  const number = passage.is(at + 1, '.') ? at + 2 : at + 1;
  if (passage.kind(number) !== 'number') return at;
  const next = passage.is(number + 1, ',') ? number + 2 : number + 1;
  return isCapital(englishWord(passage, next)) ? next : at;
}

/** The Salvation Army|hostel, Harland's|yard: behind the end of a name the small word that says what it is. */
function withSmallHead(passage: Passage, last: EnglishWord): number {
  let end = passage.end(last.at);
  if (passage.gap(last.at + 1) !== ' ' || englishWord(passage, last.at + 1)?.shape !== 'lower') return end;
  HEADS.at(passage.tokens, last.at + 1, (row, to) => {
    if (row.head !== 'leading') end = Math.max(end, passage.end(to - 1));
  });
  return end;
}

/** Whatever has a capital where somebody lives, works, comes from or goes. */
function cued(passage: Passage, at: number): Candidate | undefined {
  const article = /^(?:the|our|my|his|her)$/iu.test(passage.written(at)) ? 1 : 0;
  const place = Math.max(passage.before.place[at] ?? 0, passage.before.place[at + article] ?? 0);
  const org = Math.max(passage.before.org[at] ?? 0, passage.before.org[at + article] ?? 0);
  if (Math.min(passage.before.place[at] ?? 0, passage.before.org[at] ?? 0) < 0) return undefined;
  const isLed = isLedTo(passage, at);
  if (Math.max(place, org) < 2 && !isLed) return undefined;
  const first = at + article;
  const numbered = behindNumber(passage, first);
  const words = wordsFrom(passage, numbered);
  const last = words.at(-1);
  if (last === undefined || words.every((word) => isGeneric(word) || word.nameClass === 'wide-place'))
    return undefined;
  const cue = Math.min(MOST, Math.max(place, org));
  // what only a preposition leads to is no disease and no post
  if (cue < 2 && !isNameOfSomething(passage, words)) return undefined;
  // the Amazon
  if (article > 0 && words.length === 1 && words[0]?.nameClass === 'company') return undefined;
  const thing = Math.max(0, passage.after.thing[last.at + 1] ?? 0);
  const isPart = org >= place || passage.written(at) === 'The';
  const start = withHouse(passage, passage.start(isPart ? at : first));
  const next = englishWord(passage, last.at + 1);
  const isHouse =
    words.length === 1 &&
    /^(?:given|surname)/u.test(last.nameClass) &&
    (next === undefined || next.nameClass === 'stop');
  const institution = article > 0 && passage.is(at, 'the') && isHouse ? INSTITUTION : 0;
  return {
    start,
    end: endOfAddress(passage, withSmallHead(passage, last)),
    kind: place > org ? 'address' : 'org',
    score:
      Math.max(cue, isLed ? LED : 0) +
      formOf(words, org >= place) +
      institution +
      (numbered > first ? NUMBERED : 0) -
      thing,
  };
}

/** Weight Watchers, Whitby Ramblers, Tesco: no word of medicine among them, and not the post that somebody holds. */
const isNameOfSomething = (passage: Passage, words: readonly EnglishWord[]): boolean =>
  words.every(
    ({ at, nameClass, written, shape }) =>
      (passage.before.person[at + 1] ?? 0) < SAYS_WHO &&
      shape === 'capital' &&
      nameClass !== 'medical' &&
      nameClass !== 'eponym' &&
      nameClass !== 'wide-place' &&
      !isMonth(written),
  ) &&
  (words.length > 1 ||
    words[0]?.nameClass === 'company' ||
    words[0]?.nameClass === 'town' ||
    (words[0]?.nameClass === 'unknown' &&
      words[0].written.length > 3 &&
      AT_PLACE.has(passage.written(words[0].at - 1))));

/** St Columba's: a saint's name where no sign or disease follows. */
function saint(passage: Passage, at: number): Candidate | undefined {
  if (!/^(?:St|Saint)$/u.test(passage.written(at))) return undefined;
  const name = englishWord(passage, passage.is(at + 1, '.') ? at + 2 : at + 1);
  if (!isCapital(name) || name.nameClass === 'medical' || (passage.after.thing[name.at + 1] ?? 0) > 0)
    return undefined;
  return { start: passage.start(at), end: passage.end(name.at), kind: 'org', score: SAINT };
}

/** Places and organisations in English: by what their names end or begin with, and by what is said of those who are there. */
export function englishPlaces(passage: Passage): Candidate[] {
  const found: (Candidate | undefined)[] = [];
  for (let at = 0; at < passage.tokens.length; at += 1) {
    if (passage.kind(at) !== 'word') continue;
    HEADS.at(passage.tokens, at, (row, to) => {
      if (row.head === 'leading') found.push(led(passage, row, at, to));
      else found.push(headed(passage, row, at, to), headedSmall(passage, row, at, to));
    });
    found.push(cued(passage, at), saint(passage, at));
  }
  return found.filter((candidate) => candidate !== undefined).map(withLength);
}
