import { openedWhenAsked } from '@openrounds/classifier';
import { type Patient } from '@openrounds/contracts';
import { PATIENTS } from '../../lexicon/compiled/patients';
import { languageOf } from '../../normalise/language';
import { type PersonalAmount } from '../../recognise/personal-amount';
import { type People } from '../../recognise/people';
import { type Reading } from '../../segment/reading';
import { cluesOfAges } from './age-clues';
import { cluesOfPregnancy } from './pregnancy-clues';
import { type Age } from './quantities';
import { isRough } from './roughly';
import { cluesOfSex } from './sex-clues';
import { type ToldAge, type ToldOfPatient, toldOfPatient } from './told';

type Sex = Patient['sex'];

/** What a text says of the person, with the tokens that say it. */
export interface Demographics {
  readonly age?: Age;
  /** The age is told roughly. */
  readonly isRough?: true;
  readonly sex?: Sex;
  readonly pregnant?: boolean;
  readonly tokens: ReadonlySet<number>;
  readonly amounts: readonly PersonalAmount[];
}

/** What is learnt of, each in both languages. */
export type Learnt = 'age' | 'sex' | 'pregnancy';
/** What a pregnancy is learnt to be, in order. */
export const PREGNANCIES = [undefined, false, true] as const;
export const SEXES = ['female', 'male'] as const;

const learntOf = openedWhenAsked(PATIENTS);

/** From this on a number is taken for the patient's age, if no other is likelier: most are told once. */
const LIKELY_AGE = 0.3;
/** A wrong sex rules diagnoses out, none keeps them. */
const LIKELY_SEX = 0.5;
/** Where a text does not make her pregnant, it says from this on that she is not. */
const LIKELY_NOT_PREGNANT = 0.2;

/** Asks what was learnt; nothing before it was learnt for the first time. */
type Ask = (what: Learnt, clues: ReadonlySet<number>) => Float64Array;

function askerOf(text: string): Ask {
  const language = languageOf(text);
  const parts = new Float64Array(PREGNANCIES.length);
  return (what, clues) => {
    parts.fill(0);
    learntOf(`${what}_${language}`)?.tell([...clues], parts);
    return parts;
  };
}

const likelihood = (parts: Float64Array): number => parts[1] ?? 0;

function ageOf(all: ToldOfPatient, ask: Ask): ToldAge | undefined {
  let best: ToldAge | undefined;
  let most = LIKELY_AGE;
  for (const { age, clues } of cluesOfAges(all)) {
    const likely = likelihood(ask('age', clues));
    if (likely > most) [best, most] = [age, likely];
  }
  return best;
}

function sexOf(all: ToldOfPatient, age: ToldAge | undefined, ask: Ask): Sex | undefined {
  const [female, male] = SEXES.map((sex) => likelihood(ask('sex', cluesOfSex(sex, all, age)))) as [
    number,
    number,
  ];
  if (Math.max(female, male) < LIKELY_SEX) return undefined;
  return female > male ? 'female' : 'male';
}

function pregnancyOf(
  all: ToldOfPatient,
  patient: { readonly sex: Sex | undefined; readonly age: Age | undefined },
  ask: Ask,
): boolean | undefined {
  const clues = cluesOfPregnancy(all, patient);
  if (clues.size === 0) return undefined;
  const [unsaid, not, is] = ask('pregnancy', clues) as unknown as [number, number, number];
  if (is > Math.max(unsaid, not)) return true;
  return not > LIKELY_NOT_PREGNANT ? false : undefined;
}

/** The amounts that statements tell; of a patient who is pregnant the largest holds: "at 28 weeks …, now 34 weeks". */
function amountsOf({ sentences }: ToldOfPatient, isPregnant: boolean): PersonalAmount[] {
  const read = sentences.flatMap(({ pieces, statements, section }) =>
    statements.flatMap(({ row: { amount }, age, ageAt, ageTo }): PersonalAmount[] => {
      const [first, last] = [pieces[ageAt], pieces[ageTo - 1]];
      if (amount === undefined || age === undefined || first === undefined || last === undefined) return [];
      const holds = isPregnant && section !== 'past';
      return [{ amount, value: age.value, from: first.at, to: last.at + 1, holds }];
    }),
  );
  const isLargest = ({ amount, value }: PersonalAmount): boolean =>
    !read.some((other) => other.holds && other.amount === amount && other.value > value);
  return read.map((one) => ({ ...one, holds: one.holds && isLargest(one) }));
}

const placesOf = (pieces: readonly { readonly at: number }[]): number[] => pieces.map(({ at }) => at);

/** "Man", 女生: where the patient is called by a word that tells of nothing but her or his sex. */
const namesOf = ({ sentences }: ToldOfPatient, sex: Sex | undefined): number[] =>
  sentences.flatMap(({ pieces, people }) =>
    people
      .filter(({ row, isOther }) => !isOther && row.is === 'patient' && row.child !== true)
      .filter(({ row }) => sex !== undefined && row.sex === sex)
      .flatMap(({ from, to }) => placesOf(pieces.slice(from, to))),
  );

/**
 * What a text says of the patient's age, sex and pregnancy. Which of its numbers is the age, and who of those named the
 * patient is, is learnt (`docs/adr/0109-whose-age-is-learnt.md`).
 */
export function readDemographics(reading: Reading, people: People): Demographics {
  const all = toldOfPatient(reading, people);
  const ask = askerOf(reading.source.text);
  const chosen = ageOf(all, ask);
  const age = chosen?.one.age;
  const named = sexOf(all, chosen, ask);
  const pregnant = pregnancyOf(all, { sex: named, age }, ask);
  const sex = named ?? (pregnant === true ? 'female' : undefined);
  return {
    ...(age && { age }),
    ...(chosen && isRough(chosen.told.pieces, chosen.one) && { isRough: true }),
    ...(sex === undefined ? {} : { sex }),
    ...(pregnant === undefined ? {} : { pregnant }),
    tokens: new Set([
      ...(chosen === undefined ? [] : placesOf(chosen.told.pieces.slice(chosen.one.at, chosen.one.to))),
      ...namesOf(all, sex),
    ]),
    amounts: amountsOf(all, pregnant === true),
  };
}
