import { ageInYears } from '@openrounds/contracts';
import { farness, few, Known, lookAt, lookOf, timeOfLife, wayOf } from './known';
import { type NamedAge, REACH, type Told, type ToldAge, type ToldOfPatient } from './told';

/** So many words of a clause are looked at on either side. */
const LONGEST_SIDE = 12;
const MARK = /^[.,;:!?。\n]$/u;

/** What the words around a number say. */
function tellWords(known: Known, { pieces }: Told, { at, to }: NamedAge): void {
  const look = (place: number): string => lookAt(pieces, place);
  for (let steps = 1; steps <= REACH; steps += 1) {
    known.tell('before', steps, look(at - steps));
    known.tell('behind', steps, look(to + steps - 1));
    known.tell('near before', look(at - steps));
    known.tell('near behind', look(to + steps - 1));
  }
  known.tell('two before', look(at - 2), look(at - 1));
  known.tell('two behind', look(to), look(to + 1));
  known.tell('around', look(at - 1), look(to));
  known.tell('around, two before', look(at - 2), look(at - 1), look(to));
  known.tell('around, two behind', look(at - 1), look(to), look(to + 1));
  let [from, end] = [at, to];
  while (from > 0 && at - from < LONGEST_SIDE && !MARK.test(look(from - 1))) from -= 1;
  while (end < pieces.length && end - to < LONGEST_SIDE && !MARK.test(look(end))) end += 1;
  for (let place = from; place < at; place += 1) known.tell('clause before', look(place));
  for (let place = to; place < end; place += 1) known.tell('clause behind', look(place));
  known.tell('clause', from === 0, farness(end - from));
}

/** What kind of number it is, and what the lexicon reads there. */
function tellKind(known: Known, { pieces, statements }: Told, one: NamedAge): void {
  const { age, at, to, by } = one;
  known.tell('unit', age.unit);
  known.tell('by before', by, lookAt(pieces, at - 1));
  known.tell('by behind', by, lookAt(pieces, to));
  known.tell('by unit', by, age.unit);
  known.tell('by life', by, timeOfLife(age));
  for (const { row, ageAt, from, to: end } of statements) {
    if (ageAt === at && row.amount !== undefined) known.tell('amount', row.amount, by);
    if (from <= at && end > at) known.tell('within', row.says, by);
  }
}

/**
 * Whom a number stands beside, and whom else the text names.
 *
 * @param named whether relatives, a patient, and the teller are named anywhere
 */
function tellPeople(
  known: Known,
  { people }: Told,
  { at, to, age }: NamedAge,
  { telling, sentences }: ToldOfPatient,
  named: readonly boolean[],
): void {
  const before = people.filter((one) => one.to <= at);
  const [last, lastButOne] = [before.at(-1), before.at(-2)];
  const next = people.find((one) => one.from >= at && one.from <= to + REACH);
  const [lastLook, nextLook] = [lookOf(last), lookOf(next)];
  const [life, way] = [timeOfLife(age), wayOf(telling)];
  known.tell('last', lastLook);
  known.tell('last, how far', lastLook, last && farness(at - last.to));
  known.tell('last word', last?.word);
  known.tell('last, life', lastLook, life);
  known.tell('last, way', lastLook, way);
  known.tell('last is proxy', last !== undefined && last.word === telling.proxy?.word);
  known.tell('last two', lookOf(lastButOne), lastLook);
  known.tell('next', nextLook);
  known.tell('next, how far', nextLook, next && farness(next.from - to));
  known.tell('next word', next?.word);
  known.tell('next, life', nextLook, life);
  known.tell('next is proxy', next !== undefined && next.word === telling.proxy?.word);
  known.tell('between', lastLook, nextLook);
  known.tell('way', way);
  const first = sentences[0]?.people[0];
  known.tell('first', lookOf(first));
  known.tell('first is last', first === last);
  known.tell('named', ...named);
  known.tell('named, last', ...named, lastLook);
}

/** By these a number is an age, whoever has it. */
const SURE: ReadonlySet<NamedAge['by']> = new Set(['sure', 'words', 'decade']);

/** How many numbers of a text are ages, and which of them this is: one that stands alone is hardly anybody else's. */
function tellRivals(known: Known, age: ToldAge, sure: readonly ToldAge[]): void {
  const { told, one } = age;
  const place = sure.indexOf(age);
  const beside = sure.filter((other) => other.told === told).length;
  const last = told.people.findLast(({ to }) => to <= one.at);
  known.tell('sure ones', one.by, few(sure.length), place < 0 ? 'none' : few(place));
  known.tell('sure in sentence', one.by, few(beside), told.index === 0, place === 0);
  known.tell('only sure', one.by, sure.length === 1 && place === 0, lookOf(last));
}

/** What is known of each number that may be the patient's age, in their order. */
export function cluesOfAges(all: ToldOfPatient): { readonly age: ToldAge; readonly clues: Set<number> }[] {
  const years = all.ages.map(({ one }) => ageInYears(one.age));
  const lives = all.ages.map(({ one }) => timeOfLife(one.age));
  const named = (['kin', 'patient', 'self'] as const).map((is) =>
    all.people.some(({ row }) => row.is === is),
  );
  const sure = all.ages.filter(({ one }) => SURE.has(one.by));
  const livesTold = new Set(lives);
  const count = <T>(list: readonly T[], value: T): number => list.filter((each) => each === value).length;
  return all.ages.map((age, place) => {
    const { told, one } = age;
    const known = new Known();
    const life = timeOfLife(one.age);
    known.tell('life', life);
    known.tell('life, sentence', life, few(told.index));
    known.tell('sentence', few(told.index));
    known.tell('section', told.section);
    known.tell('opening', told.isOpening);
    known.tell('place', few(place), few(all.ages.length));
    known.tell('is last', place === all.ages.length - 1);
    for (const other of livesTold)
      if (other !== life || count(lives, life) > 1) known.tell('other', life, other);
    if (count(years, ageInYears(one.age)) > 1) known.tell('again');
    tellKind(known, told, one);
    tellWords(known, told, one);
    tellPeople(known, told, one, all, named);
    tellRivals(known, age, sure);
    return { age, clues: known.clues };
  });
}
