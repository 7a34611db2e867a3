import { farness, Known, lookAt, lookOf, wayOf } from './known';
import { REACH, type Somebody, type ToldAge, type ToldOfPatient } from './told';

type Sex = 'female' | 'male';

/** What a word of a sex is to the sex that is asked about. */
type Relation = 'same' | 'other';

/** More pronouns than that say no more. */
const SEEN = 2;
/** Words this near an age may tell a sex: "24F". */
const NEAR = 3;

/**
 * What a text tells for one sex. It is asked for each, and words of the sex that is asked about look alike whichever it is:
 * what is learnt of "her mother" holds for "his father".
 */
class ToldForSex {
  readonly known = new Known();
  private readonly way: string;
  private readonly first = new Map<string, Relation>();
  private readonly pronouns = { same: 0, other: 0 };

  constructor(
    private readonly asked: Sex,
    private readonly all: ToldOfPatient,
  ) {
    this.way = wayOf(all.telling);
  }

  private relationOf(sex: Sex | undefined): Relation | undefined {
    if (sex === undefined) return undefined;
    return sex === this.asked ? 'same' : 'other';
  }

  private note(name: string, relation: Relation): void {
    if (!this.first.has(name)) this.first.set(name, relation);
  }

  /** Everybody whom a text names, by word or by pronoun. */
  tellPeople(): void {
    for (const { people, isOpening } of this.all.sentences)
      for (const one of people) this.tellSomebody(one, isOpening);
    const { known, way, first, pronouns } = this;
    for (const [name, relation] of first) {
      known.tell('first', name, relation);
      known.tell('first, way', name, relation, way);
    }
    const more = Math.sign(pronouns.same - pronouns.other);
    known.tell('pronouns', more);
    known.tell('pronouns, way', more, way);
    known.tell('pronouns seen', Math.min(SEEN, pronouns.same), Math.min(SEEN, pronouns.other), way);
    known.tell(
      'firsts',
      ...['pronoun', 'perhaps the patient', 'kin', 'patient'].map((name) => first.get(name)),
    );
  }

  private tellSomebody(one: Somebody, isOpening: boolean): void {
    const { known, way } = this;
    const { telling } = this.all;
    const { row, word, isOther } = one;
    const own = this.relationOf(row.sex);
    if (row.is === 'pronoun') {
      if (own === undefined) return;
      this.pronouns[own] += 1;
      this.note('pronoun', own);
      return;
    }
    if (own !== undefined) {
      known.tell('named', own, lookOf(one));
      known.tell('named, other', own, isOther);
      known.tell('named, way', own, isOther, row.is, way, isOpening);
      known.tell('named word', own, word);
      if (word === telling.proxy?.word) known.tell('proxy', own);
      if (word === telling.informant?.word) known.tell('informant', own);
      this.note(isOther ? 'not the patient' : 'perhaps the patient', own);
      this.note(row.is, own);
    }
    const ofWhom = this.relationOf(row.of);
    if (ofWhom === undefined) return;
    known.tell('spouse', ofWhom, one.possessor, way, word === telling.proxy?.word);
    known.tell('spouse word', ofWhom, word);
    this.note('spouse', ofWhom);
  }

  /** What the lexicon reads: organs, births, answers of a form. */
  tellStatements(): void {
    for (const { statements, people } of this.all.sentences)
      for (const { row, from } of statements) {
        const own = this.relationOf(row.sex);
        if (own === undefined) continue;
        this.known.tell('said', own, row.example);
        this.known.tell('said as', own, row.says);
        this.known.tell('said behind', own, row.says, people.findLast(({ to }) => to <= from)?.isOther);
      }
  }

  tellAge({ told: { people, pieces }, one: { at, to } }: ToldAge): void {
    const { known, asked } = this;
    const sexed = people.filter(({ row }) => row.sex !== undefined);
    const last = sexed.findLast((somebody) => somebody.to <= at);
    const next = sexed.find(({ from }) => from >= at && from <= to + REACH);
    if (last) known.tell('before the age', this.relationOf(last.row.sex), last.row.is, farness(at - last.to));
    if (next)
      known.tell('behind the age', this.relationOf(next.row.sex), next.row.is, farness(next.from - to));
    for (let steps = 1; steps <= NEAR; steps += 1) {
      known.tell('word before the age', asked, steps, lookAt(pieces, at - steps));
      known.tell('word behind the age', asked, steps, lookAt(pieces, to + steps - 1));
    }
  }
}

/** What is known of whether the patient is of a sex. */
export function cluesOfSex(asked: Sex, all: ToldOfPatient, age: ToldAge | undefined): Set<number> {
  const told = new ToldForSex(asked, all);
  told.known.tell('asked', asked);
  told.tellPeople();
  told.tellStatements();
  if (age !== undefined) told.tellAge(age);
  return told.known.clues;
}
