import { ageInYears, type Patient } from '@openrounds/contracts';
import { Known, lookAt, lookOf, MANY, timeOfLife, wayOf } from './known';
import { type Age } from './quantities';
import { type Statement, type Told, type ToldOfPatient } from './told';

/** Years; a pregnancy may have begun since. */
const LONG_AGO = 0.75;

const isOfPregnancy = ({ row }: Statement): boolean =>
  row.says === 'pregnancy' || row.says === 'no-pregnancy';

function tellStatement(known: Known, { pieces, people, section, isOpening }: Told, one: Statement): void {
  const { row, from, to, age } = one;
  const says = `${row.says} ${String(row.pregnant)}`;
  known.tell('row', row.example);
  const isLongAgo = age !== undefined && row.amount === undefined && ageInYears(age) > LONG_AGO;
  known.tell('row, long ago', row.example, isLongAgo);
  known.tell('says', says);
  known.tell('says, section', says, section);
  known.tell('says, opening', says, isOpening);
  const last = people.findLast((somebody) => somebody.to <= from);
  const next = people.find((somebody) => somebody.from >= from && somebody.from <= to + MANY);
  known.tell('says, last', says, lookOf(last), last?.row.sex);
  known.tell('says, next', says, lookOf(next), next?.row.sex);
  for (let at = Math.max(0, from - MANY); at < Math.min(pieces.length, to + MANY); at += 1)
    known.tell('says, near', says, lookAt(pieces, at));
}

/** What is known of whether the patient is pregnant; nothing where nothing is said of a pregnancy or a birth. */
export function cluesOfPregnancy(
  all: ToldOfPatient,
  { sex, age }: { readonly sex?: Patient['sex'] | undefined; readonly age?: Age | undefined },
): Set<number> {
  const known = new Known();
  for (const told of all.sentences)
    for (const one of told.statements) if (isOfPregnancy(one)) tellStatement(known, told, one);
  if (known.clues.size === 0) return known.clues;
  known.tell('sex', sex);
  known.tell('life', age && timeOfLife(age));
  known.tell('way', wayOf(all.telling));
  known.tell(
    'child',
    all.people.some(({ row }) => row.child === true),
  );
  return known.clues;
}
