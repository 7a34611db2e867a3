import { type Reading } from '../segment/reading';
import { grammar } from './grammar';
import { type Sentence } from '../segment/sentences';
import {
  classOf,
  NUMBERS,
  PEOPLE,
  type PersonRow,
  phraseAt,
  type Phrases,
  type Piece,
  piecesOf,
} from './person-lexicon';
import { given, gather } from '../normalise/lists-by-key';

/** Somebody named in a sentence. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly row: PersonRow;
  readonly word: string;
  /** Whose relative it is, as the text says it. */
  readonly possessor?: 'self' | 'third';
  /** Named as one who brings or accompanies. */
  readonly isCompanion: boolean;
  /** Named as one who tells. */
  readonly informs: boolean;
  /** "A mother of 41 carries", 妈妈抱着: a relative who brings somebody. */
  readonly brings: boolean;
  /** Says that somebody who was introduced before is meant: "the mother". */
  readonly isTakenUp: boolean;
  readonly isDead: boolean;
  /** Named together with another relative: "my mum and my grandad". */
  readonly isJoined?: true;
  /** "I" that only leads to a relative: "I brought my son". */
  readonly names?: true;
  /** "The patient, a grandmother of six", "he is a father who has lost weight": the patient once more. */
  readonly isApposed?: true;
}

const isIn = (phrases: Phrases<string>, pieces: readonly Piece[], at: number): boolean =>
  phrases.get(pieces[at]?.text ?? '')?.some(({ words }) => words.length === 1) ?? false;

const FAR = 9;

/** Steps back over ages and adjectives: "my [dear 34-year-old] wife", 我[家的小]儿子. */
function beforeAdjectives(pieces: readonly Piece[], from: number): number {
  let at = from - 1;
  while (
    from - at < FAR &&
    (isIn(classOf('beside-relatives'), pieces, at) || /^\d/.test(pieces[at]?.text ?? ''))
  )
    at -= 1;
  return at;
}

/** Whose somebody or something is that stands at a place. */
function possessorBefore(pieces: readonly Piece[], from: number): Mention['possessor'] {
  const at = beforeAdjectives(pieces, from);
  // "Who's", "my dad's in his seventies"
  const isVerb =
    pieces[at]?.text === "'s" &&
    (isIn(classOf('subjects'), pieces, at - 1) || isIn(classOf('behind-is'), pieces, at + 1));
  if (isVerb) return undefined;
  if (isIn(classOf('possessor-self'), pieces, at)) return 'self';
  return isIn(classOf('possessor-third'), pieces, at) ? 'third' : undefined;
}

/** 患者的弟弟 has an owner, 中班的弟弟 has none. */
const isOwned = (pieces: readonly Piece[], from: number, last: Mention | undefined): boolean =>
  isIn(classOf('possessor-of-kin'), pieces, from - 1) &&
  (!isIn(classOf('possessive'), pieces, from - 1) || last?.to === from - 1 || pieces[from - 2]?.text === ']');

function possessorOf(
  pieces: readonly Piece[],
  from: number,
  row: PersonRow,
  last: Mention | undefined,
): Mention['possessor'] {
  const own = row.is === 'pronoun' ? undefined : possessorBefore(pieces, from);
  const isAdult = row.is === 'patient' && row.child !== true;
  const isHan = /\p{Script=Han}/u.test(pieces[from]?.text ?? '');
  if (own !== undefined) return isAdult && (isHan || own === 'self') ? undefined : own;
  return row.is === 'kin' && isOwned(pieces, from, last) ? 'third' : undefined;
}

/** "By", "according to" before somebody. */
function isCompanionAt(pieces: readonly Piece[], from: number): boolean {
  const at = startOf(pieces, from) - 1;
  const companions = classOf('companions');
  // 由38岁的母亲, "by elderly neighbour"
  const isBare = isIn(companions, pieces, beforeAdjectives(pieces, from));
  return isBare || isIn(companions, pieces, at) || phraseAt(companions, pieces, at - 1)?.to === at + 1;
}

/** Where the naming of somebody begins: with the possessor or the article before the word. */
function startOf(pieces: readonly Piece[], from: number): number {
  const at = beforeAdjectives(pieces, from);
  const isHere = (name: string, place: number): boolean => isIn(classOf(name), pieces, place);
  if (pieces[at]?.text === "'s") return isHere('articles', at - 2) ? at - 2 : at - 1;
  const isOfSomebody =
    isHere('articles', at) || isHere('possessor-self', at) || isHere('possessor-third', at);
  return isOfSomebody ? at : from;
}

/** Whether a naming stands behind a comma, with an article of a class, right behind somebody. */
function isBehindComma(
  pieces: readonly Piece[],
  from: number,
  last: Mention | undefined,
  articles: string,
): boolean {
  const article = beforeAdjectives(pieces, from);
  return (
    last?.to === article - 1 && pieces[article - 1]?.text === ',' && isIn(classOf(articles), pieces, article)
  );
}

/** "Her son, a man of forty", "his wife, a nurse": an apposition tells of the relative who stands before it. */
function isApposition(
  pieces: readonly Piece[],
  from: number,
  row: PersonRow,
  last: Mention | undefined,
): boolean {
  if (last === undefined || (row.is !== 'patient' && row.is !== 'other')) return false;
  // "Historian: foster carer, female, 56"
  if (last.isCompanion && last.to === from - 1 && pieces[last.to]?.text === ',') return true;
  return (last.possessor !== undefined || last.isCompanion) && isBehindComma(pieces, from, last, 'articles');
}

/** "(29 y)", ", 66,": an age that stands beside somebody. */
const LONGEST_ASIDE = 5;

/** Where the text goes on behind what stands beside somebody between two marks. */
function behindAside(pieces: readonly Piece[], from: number): number {
  const closing = { '(': ')', ',': ',' }[pieces[from]?.text ?? ''];
  if (closing === undefined || !/^\d/u.test(pieces[from + 1]?.text ?? '')) return from;
  const end = pieces.slice(from + 1, from + 1 + LONGEST_ASIDE).findIndex(({ text }) => text === closing);
  return end === -1 ? from : from + end + 2;
}

const isNumber = ({ text }: Piece): boolean => /^\d/u.test(text) || NUMBERS.has(text);

/** Where the text goes on behind the age of somebody: "a woman [of 60,] says", 先生[30岁，]说. */
function behindAge(pieces: readonly Piece[], from: number): number {
  let at = isIn(classOf('before-own-age'), pieces, from) ? from + 1 : from;
  const isNumberAt = (place: number): boolean => pieces.slice(place, place + 1).some(isNumber);
  if (!isNumberAt(at)) return from;
  while (at < from + LONGEST_ASIDE && (isNumberAt(at) || isIn(classOf('within-own-age'), pieces, at)))
    at += 1;
  return pieces[at]?.text === ',' ? at + 1 : at;
}

/** "Mum: off his feeds", 妈妈：发热三天: a relative who heads what is told is called so by those who talk; "Mother: diabetes" tells of her. */
const isSpeaker = (pieces: readonly Piece[], from: number, to: number): boolean =>
  from === 0 && pieces[to]?.text === ':' && phraseAt(classOf('formal-kin'), pieces, from)?.to !== to;

/** "My wife says", "my husband drove me": who tells, or does something to the teller, is not the patient. */
function informsAt(pieces: readonly Piece[], from: number, to: number): boolean {
  if (isIn(classOf('lets-do'), pieces, from - 1)) return true;
  if (isSpeaker(pieces, from, to)) return true;
  let at = behindAside(pieces, to);
  while (at < to + 2 && isIn(classOf('beside-informs'), pieces, at)) at += 1;
  const informs = phraseAt(classOf('informs'), pieces, at);
  if (informs !== undefined) return !isIn(classOf('is-told-of'), pieces, informs.to);
  return pieces.slice(to + 1, to + 3).some(({ text }) => text === 'me' || text === 'us');
}

/** Names are masked before a text is read, and stand in brackets. */
const isName = (pieces: readonly Piece[], at: number): boolean =>
  pieces[pieces[at]?.text === '.' ? at + 1 : at]?.text === '[';

/** "I *have* a cough, *my husband* has a rash": what the teller says of herself names nobody whom she tells of. */
const partsFromOwn = (pieces: readonly Piece[], from: number, { to }: Mention): boolean =>
  isIn(classOf('parts'), pieces, startOf(pieces, from) - 1) &&
  ['has-own', 'of-self-now'].some((name) => phraseAt(classOf(name), pieces, to) !== undefined);

const FAR_FROM_ARTICLE = 3;

/** "The patient, a grandmother of six", "she is a teacher who": said of the patient who stands before. */
function isPatientOnceMore(
  pieces: readonly Piece[],
  from: number,
  row: PersonRow,
  last: Mention | undefined,
): boolean {
  if (last === undefined) return false;
  if (row.is === 'kin' && last.row.is === 'patient' && isBehindComma(pieces, from, last, 'indefinite'))
    return true;
  const isNamed = last.row.is === 'pronoun' || tellsWho(last);
  const isOne = (row.is === 'kin' || row.is === 'other') && isIn(classOf('is-one'), pieces, last.to);
  const article = last.to + 1;
  // "A retired teacher"
  const isNear = from - article <= FAR_FROM_ARTICLE && isIn(classOf('articles'), pieces, article);
  return isNamed && isOne && (isNear || startOf(pieces, from) === last.to + 1);
}

/** Everybody whom a sentence names, in order. */
function mentionsIn(pieces: readonly Piece[]): Mention[] {
  const found: Mention[] = [];
  for (let from = 0; from < pieces.length; from += 1) {
    const match = phraseAt(PEOPLE, pieces, from);
    if (match === undefined || (match.row.beforeName === true && !isName(pieces, match.to))) continue;
    const { row, to } = match;
    const last = found.at(-1);
    // 奶奶本人
    if (last?.row.is === 'kin' && last.to === from && phraseAt(classOf('stresses'), pieces, from)) continue;
    const possessor = possessorOf(pieces, from, row, last);
    const word = pieces
      .slice(from, to)
      .map(({ text }) => text)
      .join(' ');
    const isCompanion =
      (row.is !== 'pronoun' && isCompanionAt(pieces, from)) || isApposition(pieces, from, row, last);
    // "My sister's lad": mine, and no sister
    const isOfMine =
      row.is === 'patient' &&
      last?.possessor === 'self' &&
      pieces[last.to]?.text === "'s" &&
      last.to === beforeAdjectives(pieces, from);
    const isOfPatient = isPatientOnceMore(pieces, from, row, last);
    if (isOfMine) found.pop();
    if (
      possessor === 'self' &&
      last?.row.is === 'self' &&
      from - last.to < FAR &&
      !partsFromOwn(pieces, from, last)
    ) {
      found.pop();
      if (last.to !== beforeAdjectives(pieces, from) + 1) found.push({ ...last, names: true });
    }
    if (row.is !== 'none')
      found.push({
        from,
        to,
        row,
        word,
        isCompanion,
        informs: informsAt(pieces, from, to),
        brings:
          row.is === 'kin' && phraseAt(classOf('carries'), pieces, behindAside(pieces, to)) !== undefined,
        isDead: phraseAt(classOf('is-dead'), pieces, to) !== undefined,
        isTakenUp: isIn(classOf('takes-up'), pieces, from - 1),
        ...(isOfPatient && { isApposed: true }),
        ...(isOfMine ? { possessor: 'self' } : possessor && { possessor }),
      });
    from = to - 1;
  }
  return joined(found, pieces);
}

/** Marks relatives who are named together: of "my mum and my grandad", 我爸和我叔, neither is the patient. */
function joined(people: readonly Mention[], pieces: readonly Piece[]): Mention[] {
  const { coordinating } = grammar();
  const areJoined = (one: Mention | undefined, next: Mention | undefined): boolean =>
    one?.row.is === 'kin' &&
    next?.row.is === 'kin' &&
    startOf(pieces, next.from) === one.to + 1 &&
    coordinating.has(pieces[one.to]?.text ?? '');
  return people.map((one, at) =>
    areJoined(people[at - 1], one) || areJoined(one, people[at + 1])
      ? // 和 joins, and brings along: beside another relative it joins.
        { ...one, isJoined: true, isCompanion: false }
      : one,
  );
}

/** How a text is told: of the teller, or of another for whom she asks. */
export interface Telling {
  readonly tellsOfSelf: boolean;
  /** The word by which a teller calls the patient: "my son". */
  readonly proxy?: Mention;
  /** Who tells of the patient or brings him, and is introduced first. */
  readonly informant?: Mention;
  /** Words of kinship that introduce the patient: "a 42-year-old mother of two". */
  readonly introduced: ReadonlySet<string>;
}

/** Who is named in a sentence. */
export interface Named {
  readonly pieces: readonly Piece[];
  readonly people: readonly Mention[];
}

/** Where words of a class end that stand behind somebody, or behind an adverb there. */
function endBehind(name: string, pieces: readonly Piece[], { to }: Mention): number | undefined {
  let at = to;
  while (at < to + 2 && isIn(classOf('beside-informs'), pieces, at)) at += 1;
  return (phraseAt(classOf(name), pieces, to) ?? phraseAt(classOf(name), pieces, at))?.to;
}

/** How far behind "I have" a "myself" may stand. */
const SELF_BEHIND = 7;

/** "I've got asthma myself", 我自己有哮喘: what the teller says of herself beside the one for whom she asks. */
const tellsBeside = (pieces: readonly Piece[], one: Mention): boolean =>
  endBehind('of-own', pieces, one) !== undefined ||
  (endBehind('has-own', pieces, one) !== undefined &&
    pieces
      .slice(one.to, one.to + SELF_BEHIND)
      .some((_, index) => phraseAt(classOf('self-too'), pieces, one.to + index) !== undefined));

const OPENING = 3;
const isSomebody = ({ row }: Mention): boolean => row.is !== 'pronoun' && row.is !== 'self';

/** Whether the patient is told by something else than a relative: "this man", "Mrs X", "I". */
const tellsWho = ({ row, names }: Mention): boolean =>
  row.is === 'patient' || row.is === 'title' || (row.is === 'self' && names !== true);

/** "Gran's been wheezing", 老公昨晚发烧: a relative without an owner with whom a text opens, and whom it goes on to tell of. */
function bareProxy(sentences: readonly Named[], all: readonly Mention[]): Mention | undefined {
  const [first] = sentences;
  const named = first?.people[0];
  if (first === undefined || named?.row.is !== 'kin' || named.possessor !== undefined) return undefined;
  const start = startOf(first.pieces, named.from);
  const opens = start === 0 || (start < FAR && isIn(classOf('opens-clause'), first.pieces, start - 1));
  if (named.isCompanion || named.informs || named.isJoined === true || !opens) return undefined;
  if (isIn(classOf('possessor-third'), first.pieces, named.from)) return undefined;
  const others = all.filter((one) => one !== named);
  if (others.some((one) => tellsWho(one))) return undefined;
  const isTakenUp = others.some(({ row }) => row.is === 'pronoun' && (named.row.sex ?? row.sex) === row.sex);
  const isBehind = (name: string): boolean => phraseAt(classOf(name), first.pieces, named.to) !== undefined;
  const isFormal = phraseAt(classOf('formal-kin'), first.pieces, named.from)?.to === named.to;
  const isOfHistory = isFormal || (isBehind('of-history') && !isBehind('goes-on-now'));
  return isTakenUp || !isOfHistory ? named : undefined;
}

/** Who tells of the patient or brings him, and by which word the patient is called then. */
interface Informed {
  readonly informant: Mention;
  readonly proxy: Mention;
}

/**
 * "Son says his mother, 85, is confused", 丈夫六十二岁，陪六十岁的妻子来: whom an informant, or one who brings somebody, names first. Who
 * may be the patient ("a man of 58 says his father, 88, …") is none where the other has an age as well.
 */
function ofInformant(sentences: readonly Named[], all: readonly Mention[]): Informed | undefined {
  const opening = gather(sentences.slice(0, OPENING), ({ people }) => people);
  const [informant, proxy] = opening.filter((one) => isSomebody(one));
  const [first] = sentences;
  if (informant === undefined || proxy === undefined || first?.people.includes(informant) !== true)
    return undefined;
  const isFirst = opening.indexOf(proxy) - opening.indexOf(informant) <= 2;
  const isAnother = isFirst && !proxy.informs && !proxy.isCompanion;
  // "The child" may be that very son
  const hasPatient = all.some((one) => one !== informant && tellsWho(one) && one.row.child !== true);
  if (!isAnother || hasPatient || (proxy.row.is !== 'kin' && proxy.row.child !== true)) return undefined;
  const { pieces } = first;
  const behind = behindAge(pieces, informant.to);
  const isKin = informant.row.is === 'kin';
  const brings = informant.brings || phraseAt(classOf('carries'), pieces, behind) !== undefined;
  if (isKin && brings) return { informant, proxy };
  const verb = phraseAt(classOf('informs'), pieces, behind);
  const informs = informant.informs || verb !== undefined;
  // 先生30岁，说太太……: of whom one tells without a possessor is one's own
  const isOwn = proxy.possessor === 'third' || verb?.to === proxy.from;
  if (!informs || !isOwn || proxy.row.is !== 'kin') return undefined;
  return isKin || (tellsWho(informant) && hasAge(sentences, proxy)) ? { informant, proxy } : undefined;
}

/** A child whom its parent tells of: "my little boy", 孩子. */
const isOwnChild = (
  pieces: readonly Piece[],
  { row, from, to, possessor, isCompanion, isDead }: Mention,
): boolean =>
  (row.child === true || phraseAt(classOf('own-children'), pieces, from)?.to === to) &&
  possessor !== 'third' &&
  !isCompanion &&
  !isDead;

/** Somebody who is introduced with an age, "my wife, 37," and whom the text goes on to tell of. */
const hasAge = (sentences: readonly Named[], named: Mention): boolean =>
  sentences.some(
    ({ pieces, people }) => people.includes(named) && pieces.slice(named.to, named.to + 3).some(isNumber),
  );

const hasClass = (name: string, pieces: readonly Piece[]): boolean =>
  pieces.some((_, at) => phraseAt(classOf(name), pieces, at) !== undefined);

/** Who tells, from the first and third persons of the whole text. */
function tellingOf(sentences: readonly Named[]): Telling {
  const all = gather(sentences, ({ people }) => people);
  const third = all.filter(({ row }) => row.is === 'pronoun').length;
  if (sentences.some(({ pieces }) => hasClass('is-for-self', pieces)))
    return { tellsOfSelf: true, introduced: new Set() };
  const selves = gather(sentences, ({ pieces, people }) =>
    people
      .filter((one) => one.row.is === 'self' && phraseAt(classOf('writes'), pieces, one.to) === undefined)
      .map((one) => ({
        isBeside: tellsBeside(pieces, one),
        isNow: endBehind('of-self-now', pieces, one) !== undefined,
        isSubject: !isIn(classOf('self-objects'), pieces, one.from),
        one,
      })),
  );
  const subjects = selves.filter(({ isSubject }) => isSubject);
  const first = selves.filter(({ one }) => one.names !== true).length;
  const opening = gather(sentences.slice(0, OPENING), ({ people }) => people);
  const named = opening.find(
    ({ row, possessor, isCompanion, informs, isDead, isJoined }) =>
      possessor === 'self' &&
      isJoined !== true &&
      !isCompanion &&
      !informs &&
      !isDead &&
      row.is !== 'staff' &&
      (row.is !== 'other' || first === 0),
  );
  // "My mother has migraine and I ...": what is told of her is history.
  const isHistory =
    named !== undefined &&
    phraseAt(classOf('of-history'), sentences[0]?.pieces ?? [], named.to) !== undefined;
  // "Doctor, my son ...", "I'd say my son ...": whom one speaks to, and who speaks, is nobody yet.
  const isNobody = ({ row, names, informs }: Mention): boolean =>
    row.is === 'staff' || names === true || (row.is === 'self' && informs);
  const isFirst = named !== undefined && opening.find((one) => !isNobody(one)) === named;
  const opensWithIt = isFirst && !isHistory && !selves.some(({ isNow }) => isNow);
  const asks =
    named !== undefined &&
    (first === 0 || third >= first || opensWithIt || (isFirst && hasAge(sentences, named)));
  const child =
    subjects.length > 0 && subjects.every(({ isBeside }) => isBeside)
      ? sentences
          .slice(0, OPENING)
          .map(({ pieces, people }) => people.find((one) => isOwnChild(pieces, one)))
          .find((one) => one !== undefined)
      : undefined;
  const informed = child === undefined && !asks ? ofInformant(sentences, all) : undefined;
  const proxy = child ?? (asks ? named : (informed?.proxy ?? bareProxy(sentences, all)));
  const introduced = new Set(
    gather(sentences, ({ pieces, people }) =>
      people.filter((one) => one.row.is === 'kin' && introduces(pieces, one)).map(({ word }) => word),
    ),
  );
  const informant = informed?.informant;
  if (proxy !== undefined) return { tellsOfSelf: false, proxy, introduced, ...(informant && { informant }) };
  return { tellsOfSelf: first > 0 && first >= third, introduced };
}

/** "42-year-old mother", "mother of three", 42岁母亲: kinship that introduces the patient. */
function introduces(pieces: readonly Piece[], { from, to, possessor, isApposed }: Mention): boolean {
  if (possessor !== undefined) return false;
  if (isApposed === true) return true;
  // Parents are those of two children; a brother of two is as old.
  const isParent = phraseAt(classOf('parent'), pieces, from)?.to === to;
  return (
    (isParent && phraseAt(classOf('of-number'), pieces, to) !== undefined) ||
    isIn(classOf('ends-age'), pieces, from - 1) ||
    (isIn(classOf('ends-age'), pieces, from - 2) && /^\p{L}+$/u.test(pieces[from - 1]?.text ?? ''))
  );
}

/** Whether somebody named is not the patient. */
export function isOther(pieces: readonly Piece[], mention: Mention, telling: Telling): boolean {
  const { row, possessor, isCompanion, informs, isTakenUp, word } = mention;
  if (mention.isApposed === true && possessor === undefined) return false;
  const { proxy, tellsOfSelf, introduced } = telling;
  if (!isSomebody(mention)) return false;
  if (mention === telling.informant) return true;
  if (proxy?.word === word) return possessor === 'third' && proxy.possessor !== 'third';
  if (informs && tellsOfSelf) return true;
  if (row.is === 'title') return isCompanion;
  if (possessor !== undefined || isCompanion) return true;
  if (row.is === 'patient') return false;
  if (row.is !== 'kin') return true;
  return !introduces(pieces, mention) && !(isTakenUp && introduced.has(word));
}

/** Somebody named, by tokens; end exclusive. */
export interface Person {
  readonly from: number;
  readonly to: number;
  /** With the possessor or the article: "her mother". */
  readonly start: number;
  readonly isPatient: boolean;
  /** Only tells, or brings the patient. */
  readonly tells: boolean;
  /** What is said of her is not the patient's. */
  readonly governs?: 'family' | 'other-person';
}

/** Everybody whom a text names. */
export interface People {
  readonly telling: Telling;
  readonly named: ReadonlyMap<Sentence, Named>;
  in(sentence: Sentence): readonly Person[];
}

/** "With her mother, who has asthma", "a husband who smokes": then it is hers, or his. One who brings or tells does only that. */
function clauseOfOwn(pieces: readonly Piece[], to: number): number | undefined {
  const told = phraseAt(classOf('relative-clause'), pieces, to)?.to;
  if (told !== undefined) return told;
  const opened = phraseAt(classOf('opens-relative'), pieces, to)?.to;
  if (opened === undefined) return undefined;
  const at = isIn(classOf('beside-informs'), pieces, opened) ? opened + 1 : opened;
  return ['informs', 'carries'].some((name) => phraseAt(classOf(name), pieces, at)) ? undefined : opened;
}

function personOf({ pieces }: Named, mention: Mention, telling: Telling): Person {
  const { row, from, to, possessor, isCompanion, informs } = mention;
  const isPatient = !isOther(pieces, mention, telling);
  const start = startOf(pieces, from);
  const ownClause = clauseOfOwn(pieces, to);
  const tells = informs || (isCompanion && ownClause === undefined);
  const before = start === from ? beforeAdjectives(pieces, from) : start - 1;
  const opens = before < 0 || isIn(classOf('opens-clause'), pieces, before);
  const isHan = /\p{Script=Han}/u.test(pieces[from]?.text ?? '');
  const isSubject =
    (row.is === 'kin' || row.is === 'other') &&
    (possessor !== undefined || isHan || opens || ownClause !== undefined);
  const at = (piece: number): number => pieces[piece]?.at ?? 0;
  return {
    from: at(from),
    to: at((ownClause ?? to) - 1) + 1,
    start: at(start),
    isPatient,
    tells,
    ...(isSubject && !isPatient && !tells && { governs: kinshipOf(row) }),
  };
}

const kinshipOf = ({ is, of, byMarriage }: PersonRow): 'family' | 'other-person' =>
  is === 'kin' && of === undefined && byMarriage !== true ? 'family' : 'other-person';

/** Whose kin the teller is: a parent's illness is in the family of the child that she tells of. */
const kinshipOfTeller = ({ row }: Mention): 'family' | 'other-person' =>
  row.is === 'patient' ? 'family' : kinshipOf(row);

/**
 * Of whom "I", "he" and "she" tell where it is not the patient: the teller of another of herself ("I've got asthma
 * myself"), and somebody who was named before in what one tells of oneself ("my husband says I snore, and he has ...").
 */
function byPronoun(named: Named, index: number, telling: Telling): Person | undefined {
  const { pieces, people } = named;
  const one = people[index];
  if (one === undefined) return undefined;
  const stretch = {
    from: pieces[one.from]?.at ?? 0,
    to: (pieces[one.to - 1]?.at ?? 0) + 1,
    start: pieces[one.from]?.at ?? 0,
    isPatient: false,
    tells: false,
  };
  if (one.row.is === 'self') {
    const { proxy } = telling;
    const does = ['writes', 'must'].some((name) => phraseAt(classOf(name), pieces, one.to) !== undefined);
    if (proxy === undefined || does) return undefined;
    const end = endBehind('of-own', pieces, one) ?? endBehind('has-own', pieces, one);
    if (end === undefined) return undefined;
    return { ...stretch, to: (pieces[end - 1]?.at ?? 0) + 1, governs: kinshipOfTeller(proxy) };
  }
  if (one.row.is !== 'pronoun' || !telling.tellsOfSelf || !isIn(classOf('subjects'), pieces, one.from))
    return undefined;
  const meant = people
    .slice(0, index)
    .findLast(({ row, possessor }) => possessor === 'self' && (row.sex ?? one.row.sex) === one.row.sex);
  return meant && { ...stretch, governs: kinshipOf(meant.row) };
}

/** Finds everybody whom a text names, and who of them is the patient. */
export function peopleOf({ tokens, sentences }: Pick<Reading, 'tokens' | 'sentences'>): People {
  const named = new Map(
    sentences.map((sentence) => {
      const pieces = piecesOf(tokens, sentence.from, sentence.to);
      return [sentence, { pieces, people: mentionsIn(pieces) }] as const;
    }),
  );
  const telling = tellingOf(
    gather(sentences, (sentence) => (sentence.section === 'family' ? [] : [named.get(sentence) as Named])),
  );
  const personsIn = (here: Named): Person[] =>
    given(here.people, (one, index) =>
      isSomebody(one) ? personOf(here, one, telling) : byPronoun(here, index, telling),
    );
  const asked = new Map<Sentence, readonly Person[]>();
  return {
    telling,
    named,
    in(sentence) {
      const here = named.get(sentence);
      if (here === undefined) return [];
      const persons = asked.get(sentence) ?? personsIn(here);
      asked.set(sentence, persons);
      return persons;
    },
  };
}
