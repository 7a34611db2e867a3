import { type Example, type KeptWeights, learnKept } from '@openrounds/classifier';
import { ageInYears, type Patient } from '@openrounds/contracts';
import { expandLetters } from '../../normalise/other-senses';
import { unifyEnglishWords } from '../../normalise/same-words';
import { peopleOf } from '../../recognise/people';
import { readText } from '../../segment/read-text';
import { cluesOfAges } from './age-clues';
import { cluesOfPregnancy } from './pregnancy-clues';
import { type Age } from './quantities';
import { type Learnt, PREGNANCIES, SEXES } from './read-demographics';
import { cluesOfSex } from './sex-clues';
import { type ToldAge, type ToldOfPatient, toldOfPatient } from './told';

/** A text, and what it says for certain of its patient; nothing is learnt of what is left out. */
export interface TextOfPatient {
  readonly text: string;
  readonly patient: {
    readonly age: Age | null;
    readonly sex?: Patient['sex'] | null;
    readonly pregnant?: boolean | null;
  };
}

/** How often all texts are gone through. */
const EPOCHS = 8;
/** Of 127: there are few texts, and a clue that tells little is one of many. */
const LEAST_TELLING = 2;

/** What a text may tell of its patient, where no vocabulary puts its spelling right. */
export function toldIn(text: string): ToldOfPatient {
  const reading = readText(text);
  const tokens = unifyEnglishWords(expandLetters(reading.tokens));
  return toldOfPatient(reading, peopleOf({ ...reading, tokens }));
}

/** Two and a half years are two completed ones. */
const SAME = 0.01;
function isAge({ one }: ToldAge, right: Age | null): boolean {
  if (right === null) return false;
  const [told, years] = [ageInYears(one.age), ageInYears(right)];
  return Math.abs(told - years) < SAME || (right.unit === 'a' && Math.floor(told) === years);
}

const examplesOf: Readonly<
  Record<Learnt, (all: ToldOfPatient, patient: TextOfPatient['patient']) => Example<number>[]>
> = {
  age: (all, patient) =>
    cluesOfAges(all).map(({ age, clues }) => ({
      features: [...clues],
      label: Number(isAge(age, patient.age)),
    })),
  sex: (all, { sex, age }) => {
    if (sex === undefined) return [];
    const right = all.ages.find((one) => isAge(one, age));
    return SEXES.map((asked) => ({
      features: [...cluesOfSex(asked, all, right)],
      label: Number(sex === asked),
    }));
  },
  pregnancy: (all, { sex, age, pregnant }) => {
    if (pregnant === undefined) return [];
    const features = [...cluesOfPregnancy(all, { sex: sex ?? undefined, age: age ?? undefined })];
    return features.length === 0 ? [] : [{ features, label: PREGNANCIES.indexOf(pregnant ?? undefined) }];
  },
};

/** Learns from texts of one language whom they tell of: the same texts give the same. */
export function learnDemographics(texts: readonly TextOfPatient[]): Record<Learnt, KeptWeights> {
  const all = texts.map(({ text, patient }) => ({ told: toldIn(text), patient }));
  const learn = (what: Learnt, classes: number): KeptWeights =>
    learnKept(
      all.flatMap(({ told, patient }) => examplesOf[what](told, patient)),
      classes,
      EPOCHS,
      LEAST_TELLING,
    );
  return { age: learn('age', 2), sex: learn('sex', 2), pregnancy: learn('pregnancy', PREGNANCIES.length) };
}
