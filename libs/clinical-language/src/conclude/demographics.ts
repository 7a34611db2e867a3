import { ageInYears, type Patient } from '@openrounds/contracts';
import { type Sentence } from '../segment/sentences';
import { type Reading } from '../segment/reading';
import {
  classOf,
  PEOPLE,
  phraseAt,
  type Piece,
  type StatementRow,
  STATEMENTS,
} from '../recognise/person-lexicon';
import { isOther, type Mention, type People, possessorBefore, type Telling } from '../recognise/people';
import { type PersonalAmount } from '../recognise/personal-amount';
import { matcherOf, patternOf } from './demographics-patterns';
import { type Age, Captures } from './demographics-quantities';
import { gather } from '../normalise/lists-by-key';

type Sex = Patient['sex'];

/** What a text says of the person, with the tokens that say it. */
export interface Demographics {
  readonly age?: Age;
  readonly sex?: Sex;
  readonly pregnant?: boolean;
  readonly tokens: ReadonlySet<number>;
  readonly amounts: readonly PersonalAmount[];
}

/** A pattern of the lexicon found in a sentence. */
interface Statement {
  readonly row: StatementRow;
  readonly from: number;
  readonly to: number;
  readonly age?: Age;
  readonly ageAt: number;
  readonly ageTo: number;
  /** "A 64-year-old lady", "a 20-year-old goalkeeper": somebody is brought in, whatever stands before. */
  readonly bringsIn: boolean;
}

interface Told {
  readonly pieces: readonly Piece[];
  readonly section: Sentence['section'];
  readonly people: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly isOpening: boolean;
}

const matchesAt = matcherOf(STATEMENTS.flatMap((row) => row.patterns.map((each) => patternOf(row, each))));
function statedAge(row: StatementRow, read: Age | undefined): Age | undefined {
  if (row.age !== undefined) return row.age;
  return read && { value: read.value * (row.times ?? 1) + (row.plus ?? 0), unit: row.unit ?? read.unit };
}

/** From this rank on a statement can be of nothing but an age. */
const SURE_AGE = 6;

/** Years; a pregnancy may have begun since. */
const LONG_AGO = 0.75;
const isLongAgo = (age: Age): boolean => ageInYears(age) > LONG_AGO;

function statementsIn(pieces: readonly Piece[], isOpening: boolean): Statement[] {
  const captures = new Captures(pieces);
  const found = new Map<string, Statement>();
  for (let from = 0; from < pieces.length; from += 1) {
    matchesAt(captures, from, (pattern, { to, age: read, ageAt = from, ageTo = to }) => {
      const { row } = pattern;
      if (row.opening === true && !isOpening) return;
      const age = statedAge(row, read);
      if (row.recent === true && age !== undefined && isLongAgo(age)) return;
      const key = [row.says, row.rank, row.sex, row.besideBirths, row.unlessChild, from, to, ageAt].join(' ');
      const bringsIn =
        row.rank >= SURE_AGE &&
        (phraseAt(PEOPLE, pieces, to)?.row.is === 'patient' ||
          phraseAt(classOf('brings-in'), pieces, ageAt - 1) !== undefined);
      found.set(key, { row, from, to, ageAt, ageTo, bringsIn, ...(age && { age }) });
    });
  }
  return withoutPartsOfOthers([...found.values()]);
}

const ADULT = 18;

/** "At 66 she can barely walk": an age then is that of now where nothing else is told. */
const LAST_RESORT = 0;

/** From this rank on an age may be the teller's, or that of the relative for whom it is asked. */
const LEAST_SURE = 4;

/** "Brother [, a] 45-year-old plumber". */
const BEFORE_APPOSITION = 2;

/** "I ['m a] 64-year-old seamstress". */
const BEFORE_OWN_AGE = 3;

/** "24M": no number of a pregnancy, of births or of months. */
const isGrownOfSex = ({ row, age }: Statement): boolean =>
  row.sex !== undefined && age?.unit === 'a' && age.value >= ADULT;

/** Whether a statement is part of another of its kind, or its age of one that says that it is none: 12岁 in 12岁起. */
function covers(other: Statement, one: Statement): boolean {
  if (other.row.says === 'no-age' && one.row.says === 'age' && other.from < one.ageAt) {
    // "seen when one day old" says more than "when one day"
    const isWithin = one.from < other.from && other.to <= one.to;
    return (
      other.to > one.ageAt &&
      one.row.rank > LAST_RESORT &&
      !((one.bringsIn || isWithin || isGrownOfSex(one)) && other.row.rank === LAST_RESORT)
    );
  }
  const isDenied = other.row.says === `no-${one.row.says}`;
  if (!isDenied && (other.row.says !== one.row.says || other.row.rank < one.row.rank)) return false;
  const from = isDenied ? one.ageAt : one.from;
  if (other.from > from || other.to < one.to) return false;
  return other.to - other.from > one.to - from || (isDenied && other.row.rank > one.row.rank);
}

/** No statement is longer than so many pieces. */
const LONGEST = 24;

/** "Pregnant" in "never been pregnant" says nothing of its own. `all` stand in the order of the text. */
function withoutPartsOfOthers(all: readonly Statement[]): Statement[] {
  let first = 0;
  return all.filter((one) => {
    while ((all[first]?.from ?? one.from) < one.from - LONGEST) first += 1;
    for (let index = first; (all[index]?.from ?? Infinity) <= one.ageAt; index += 1) {
      const other = all[index];
      if (other !== undefined && covers(other, one)) return false;
    }
    return true;
  });
}

const OPENING_SENTENCES = 2;
const OPENING_PIECES = 60;

function toldBy({ sentences }: Reading, { named }: People): Told[] {
  let before = 0;
  return sentences
    .filter(({ section }) => section !== 'family')
    .map((sentence, index) => {
      const { pieces, people } = named.get(sentence) ?? { pieces: [], people: [] };
      const isOpening = index < OPENING_SENTENCES && before < OPENING_PIECES;
      before += pieces.length;
      return {
        pieces,
        section: sentence.section,
        isOpening,
        people,
        statements: statementsIn(pieces, isOpening),
      };
    });
}

const ADJECTIVES = 5;
const STANDS_BEFORE: ReadonlySet<string> = new Set(['age', 'pregnancy']);

/** Whom an age or a pregnancy stands before: "58-year-old [Caucasian] woman", "her pregnant daughter", 67岁的男性. */
function nounBehind({ pieces, people }: Told, to: number): Mention | undefined {
  for (let at = to; at <= to + ADJECTIVES; at += 1) {
    const noun = people.find(({ from, row }) => from === at && row.is !== 'pronoun' && row.is !== 'self');
    if (noun !== undefined) return noun;
    const piece = pieces[at];
    if (piece === undefined || phraseAt(classOf('ends-adjectives'), pieces, at) !== undefined)
      return undefined;
    if (/\p{Script=Han}/u.test(piece.text)) {
      const describes = phraseAt(classOf('describes'), pieces, at);
      if (describes === undefined) return undefined;
      at = describes.to - 1;
    }
  }
  return undefined;
}

/** Of whom a statement is made: whom it stands before, or who was named last. */
function subjectOf(told: Told, { from, to, ageAt, row }: Statement): Mention | undefined {
  const people = told.people.filter(
    ({ informs, row: { is } }) => !informs || is === 'self' || is === 'pronoun',
  );
  // 闺女一岁半: the statement may begin within the word
  const inside =
    people.find((one) => one.to > from && one.to <= ageAt) ??
    people.find((one) => one.from >= ageAt && one.to <= to && one.row.is === 'patient');
  if (inside !== undefined && inside.row.is !== 'self') return inside;
  const noun = STANDS_BEFORE.has(row.says) ? nounBehind(told, to) : undefined;
  const before = inside ?? people.findLast((one) => one.to <= from);
  const isGlued = noun?.row.is === 'kin' && noun.from === to && /\p{Script=Han}/u.test(noun.word);
  // 1岁儿子的妈妈: the age is the son's, whosever it is.
  if (isGlued && phraseAt(classOf('possessive'), told.pieces, noun.to) !== undefined)
    return { ...noun, possessor: 'third' };
  return noun === undefined || (isGlued && before !== undefined) ? before : noun;
}

/** So many marks behind a relative the text has come back to the patient. */
const CLAUSES_OF_OTHERS = 2;

/** "Widower, lives alone, daughter aged 45": behind the patient a relative is no patient. */
const hasPatientBefore = ({ people }: Told, { from }: Mention): boolean =>
  people.some(({ row, from: at }) => row.is === 'patient' && at < from);

/** "A man of 58" who tells of his father. */
const isOfInformant = ({ people }: Told, { from, to }: Statement, { informant }: Telling): boolean =>
  informant !== undefined && people.includes(informant) && informant.from < to && informant.to > from;

/** Whom a statement is about: somebody else, or the patient, perhaps by the word that names her. */
function ownerOf(told: Told, statement: Statement, telling: Telling): { isOther: boolean; named?: Mention } {
  const { pieces, isOpening } = told;
  const { row, from, to, age, ageAt } = statement;
  const subject = subjectOf(told, statement);
  const isHan = /\p{Script=Han}/u.test(pieces[from - 1]?.text ?? '');
  const possessor = row.says === 'age' && !isHan ? possessorBefore(pieces, from) : undefined;
  // "An argument with her partner, a 41-year-old woman is found": an age that stands before its noun
  const isIntroduced =
    isOpening && statement.bringsIn && subject !== undefined && subject.from >= to && !subject.possessor;
  if (isIntroduced) return { isOther: false, named: subject };
  const isProxy = subject !== undefined && subject.word === telling.proxy?.word;
  if (isProxy && !isOther(pieces, subject, telling)) return { isOther: false, named: subject };
  const isSelf = possessor === 'self' && subject?.row.is === 'patient' && subject.row.child !== true;
  if (possessor === 'third' || (possessor === 'self' && telling.tellsOfSelf && !isSelf))
    return { isOther: true };
  if (subject === undefined) return { isOther: isOfInformant(told, statement, telling) };
  if (subject === telling.informant) return { isOther: true };
  // "It's my mum; I'm 15": who tells of somebody else tells of herself too.
  if (subject.row.is === 'self' && telling.proxy !== undefined) return { isOther: true };
  const isAdult = age?.unit === 'a' && age.value >= ADULT;
  if (subject.row.child === true && isAdult) return { isOther: false };
  // "Back from his granddaughter's christening, a 73-year-old surveyor": no apposition, and so somebody new
  if (isOpening && statement.bringsIn && subject.to < ageAt - BEFORE_APPOSITION) return { isOther: false };
  // "A 42-year-old nurse presents": whoever is introduced first by an age is the patient.
  const isHere = subject.row.is !== 'other' || (isOpening && told.people[0] === subject);
  const introduces =
    subject.from >= to && isHere && !subject.isCompanion && !subject.brings && subject.possessor !== 'third';
  const opens =
    isOpening &&
    subject.word !== telling.informant?.word &&
    (row.says === 'age' || row.amount !== undefined) &&
    (told.people[0] === subject || (subject.row.is === 'kin' && !hasPatientBefore(told, subject))) &&
    !subject.possessor &&
    !subject.isCompanion &&
    from <= subject.to + 1;
  if (possessor === 'self' || introduces || opens || !isOther(pieces, subject, telling))
    return { isOther: false, named: subject };
  const between = pieces.slice(subject.to, ageAt).map(({ text }) => text);
  // "her sister, 20, is expecting": an age between commas ends no clause
  const isAside = between[0] === ',' && between[2] === ',';
  const marks = between.slice(isAside ? 3 : 0).filter((text) => /^[,;:]$/.test(text)).length;
  // 由同事介绍，前列腺增大: who only came along is left behind with his clause, but for his age
  const isTold = phraseAt(classOf('relative-clause'), pieces, subject.to) !== undefined;
  const isLeft = subject.isCompanion && row.says !== 'age' && !isTold && marks > 0;
  return { isOther: marks < CLAUSES_OF_OTHERS && !isLeft };
}

/** A statement that counts, with the sentence that it stands in. */
interface Counted extends Statement {
  readonly told: Told;
}

const highest = <T extends { readonly row: { readonly rank: number } }>(all: readonly T[]): T | undefined =>
  all.reduce<T | undefined>(
    (best, one) => (best === undefined || one.row.rank > best.row.rank ? one : best),
    undefined,
  );

/** From this rank on a pregnancy is said to be that of now. */
const PRESENT = 7;
const isOfBirths = (says: StatementRow['says']): boolean => says === 'pregnancy' || says === 'no-pregnancy';

/** Years below which nobody is pregnant. */
const YOUNGEST_MOTHER = 9;
const isOfChild = (age: Age | undefined): boolean =>
  age !== undefined &&
  (age.unit !== 'a' || age.value < YOUNGEST_MOTHER) &&
  (age.unit !== 'mo' || age.value < YOUNGEST_MOTHER * 12);

/** The evidence of one sex or the other, the weightiest first; of pronouns it is the number that counts. */
interface Evidence {
  readonly sex: Sex;
  readonly weight: number;
}

const WEIGHT = { ofAge: 8, proxy: 7, child: 6.5, opening: 6, named: 4, pronouns: 3, partner: 1 } as const;

function pronounEvidence(people: readonly Mention[], { proxy }: Telling): Evidence[] {
  // 我老伴……他: of a proxy whose word tells no sex the pronouns tell it
  const weight = proxy !== undefined && proxy.row.sex === undefined ? WEIGHT.proxy : WEIGHT.pronouns;
  const count = (sex: Sex): number =>
    people.filter(({ row }) => row.is === 'pronoun' && row.sex === sex).length;
  const [female, male] = [count('female'), count('male')];
  if (female === male) {
    const first = people.find(({ row }) => row.is === 'pronoun')?.row.sex;
    return first === undefined ? [] : [{ sex: first, weight }];
  }
  return [{ sex: female > male ? 'female' : 'male', weight }];
}

function personEvidence(told: Told, mention: Mention, telling: Telling, isChild: boolean): Evidence[] {
  const { row, word } = mention;
  if (row.is === 'pronoun' || row.is === 'self') return [];
  const { proxy } = telling;
  if (proxy?.word !== word && row.of !== undefined) return [{ sex: row.of, weight: WEIGHT.partner }];
  if (row.sex === undefined || isOther(told.pieces, mention, telling)) return [];
  if (proxy?.word === word) return [{ sex: row.sex, weight: WEIGHT.proxy }];
  // 我是宝妈，娃是男孩: of a child's words and its mother's
  if (isChild && row.child === true) return [{ sex: row.sex, weight: WEIGHT.child }];
  return [{ sex: row.sex, weight: told.isOpening ? WEIGHT.opening : WEIGHT.named }];
}

/** The sex of whom an age is told, also where that is a relative. */
function sexOfWhom(age: Counted, telling: Telling): Sex | undefined {
  const { isOther, named } = ownerOf(age.told, age, telling);
  return (isOther ? subjectOf(age.told, age) : named)?.row.sex;
}

function sexOf(
  all: readonly Told[],
  counted: readonly Counted[],
  telling: Telling,
  age: Counted | undefined,
): Sex | undefined {
  const noun = age && (age.row.sex ?? sexOfWhom(age, telling));
  const evidence: Evidence[] = [
    ...(noun === undefined ? [] : [{ sex: noun, weight: WEIGHT.ofAge }]),
    ...gather(counted, ({ row: { sex, rank, says } }) =>
      sex === undefined || says === 'age' ? [] : [{ sex, weight: rank }],
    ),
    ...gather(all, (told) =>
      gather(told.people, (mention) => personEvidence(told, mention, telling, isOfChild(age?.age))),
    ),
    ...(telling.tellsOfSelf
      ? []
      : pronounEvidence(
          gather(all, ({ people }) => people),
          telling,
        )),
  ];
  return evidence.reduce<Evidence | undefined>(
    (best, one) => (best === undefined || one.weight > best.weight ? one : best),
    undefined,
  )?.sex;
}

/** The amounts that statements tell; of the patient's `own` the largest holds: "at 28 weeks …, now 34 weeks". */
function amountsOf(all: readonly Counted[], own: ReadonlySet<Counted>): PersonalAmount[] {
  const read = gather(all, (one): PersonalAmount[] => {
    const { age, ageAt, ageTo, told } = one;
    const { amount } = one.row;
    const [first, last] = [told.pieces[ageAt], told.pieces[ageTo - 1]];
    if (amount === undefined || age === undefined || first === undefined || last === undefined) return [];
    const holds = own.has(one) && told.section !== 'past';
    return [{ amount, value: age.value, from: first.at, to: last.at + 1, holds }];
  });
  const isLargest = ({ amount, value }: PersonalAmount): boolean =>
    !read.some((other) => other.holds && other.amount === amount && other.value > value);
  return read.map((one) => ({ ...one, holds: one.holds && isLargest(one) }));
}

/** "My wife is 34 weeks": so long is a pregnancy. */
const isOfPregnancy = ({ told, ageAt }: Counted, said: readonly Counted[]): boolean =>
  said.some((other) => other.row.amount !== undefined && other.told === told && other.ageAt === ageAt);

/** "We argued, my mum and I. She's 47": where nobody else has an age it is asked for the relative who has. */
const agesOfKinAskedFor = (said: readonly Counted[]): Counted[] =>
  said.filter((one) => {
    const subject = subjectOf(one.told, one);
    return (
      one.told.isOpening &&
      one.row.says === 'age' &&
      !isOfPregnancy(one, said) &&
      one.row.rank >= LEAST_SURE &&
      subject?.row.is === 'kin' &&
      (one.told.people.some(({ row }) => row.is === 'self') || !hasPatientBefore(one.told, subject)) &&
      !subject.isDead &&
      !subject.isCompanion &&
      !subject.informs &&
      subject.possessor !== 'third'
    );
  });

/** "Mrs Lee, 39. … Her child, aged 9, is well": who opens a text as an adult is no child behind. */
function withoutChildrenOfAdults(ages: readonly Counted[]): readonly Counted[] {
  const opensAsAdult = ages.some(
    ({ told, age }) => told.isOpening && age?.unit === 'a' && age.value >= ADULT,
  );
  if (!opensAsAdult) return ages;
  return ages.filter((one) => one.told.isOpening || subjectOf(one.told, one)?.row.child !== true);
}

/** "I'm 64", "I'm a 64-year-old seamstress". */
function isOfTeller(one: Counted): boolean {
  const { people } = one.told;
  const subject = subjectOf(one.told, one);
  if (subject?.row.is === 'self') return one.row.rank >= LEAST_SURE;
  const self = people.findLast(({ row, to }) => row.is === 'self' && to <= one.from);
  const isAfterSelf = self !== undefined && one.ageAt - self.to <= BEFORE_OWN_AGE;
  return subject?.row.is === 'patient' && subject.row.child !== true && (isAfterSelf || one.told.isOpening);
}

/** What a text says of the patient's age, sex and pregnancy: of several statements the plainest one, else the first. */
export function readDemographics(reading: Reading, people: People): Demographics {
  const all = toldBy(reading, people);
  const { telling } = people;
  const said = gather(all, (told) => told.statements.map((one): Counted => ({ ...one, told })));
  const own = said.filter((one) => !ownerOf(one.told, one, telling).isOther);
  const child = gather(all.slice(0, OPENING_SENTENCES), ({ people }) => people).some(
    ({ row }) => row.child === true,
  );
  const talksOfChild =
    child ||
    all.some(({ pieces }) => pieces.some((_, at) => phraseAt(classOf('of-child'), pieces, at) !== undefined));
  const bears = !child && own.some(({ row: { says, besideBirths } }) => isOfBirths(says) && !besideBirths);
  const isTold = ({ row }: Statement): boolean =>
    (row.besideBirths !== true || bears) &&
    (row.unlessChild !== true || !talksOfChild) &&
    (row.ofChild !== true || talksOfChild);
  const stands = own.filter(isTold);
  const pregnantAt = new Set(
    stands
      .filter(({ row }) => row.pregnant === true && row.amount !== undefined)
      .map(({ told, ageAt }) => told.pieces[ageAt]),
  );
  const ages = withoutChildrenOfAdults(
    stands.filter(({ row, told, ageAt }) => row.says === 'age' && !pregnantAt.has(told.pieces[ageAt])),
  );
  // 产后12天……孩子12天大，产妇25岁: where a birth is told of, the age is the mother's
  const tellsOfMother = stands.some(({ row }) => row.pregnant === false && row.recent === true);
  const grown = ages.filter(({ age }) => age?.unit === 'a' && age.value >= YOUNGEST_MOTHER);
  // "My eldest is eight, I'm 38": who tells of herself may tell other ages.
  const ownAges = ages.filter((one) => telling.tellsOfSelf && isOfTeller(one));
  const known = ownAges.length > 0 ? ownAges : tellsOfMother && grown.length > 0 ? grown : ages;
  const age = highest(known.length > 0 ? known : agesOfKinAskedFor(said));
  // "Her first child was a section; now 30 weeks pregnant": a child that is named need not be the patient.
  const isPregnant = stands.some(({ row }) => row.pregnant === true && row.rank >= PRESENT);
  const isChild = isOfChild(age?.age) || (age === undefined && child && !isPregnant);
  const counted = stands.filter(
    ({ row }) => !isChild || row.sex === 'male' || (row.says === 'sex' && row.rank === WEIGHT.ofAge),
  );
  const pregnancy = highest(
    counted.filter(({ row, told }) => row.says === 'pregnancy' && told.section !== 'past'),
  );
  const sex = sexOf(all, counted, telling, age);
  return {
    ...(age?.age && { age: age.age }),
    ...(sex === undefined ? {} : { sex }),
    ...(pregnancy?.row.pregnant === undefined ? {} : { pregnant: pregnancy.row.pregnant }),
    tokens: new Set(age === undefined ? [] : age.told.pieces.slice(age.from, age.to).map(({ at }) => at)),
    amounts: amountsOf(said.filter(isTold), new Set(pregnancy?.row.pregnant === true ? counted : [])),
  };
}
