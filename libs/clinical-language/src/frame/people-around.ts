import { BASIS, folded, hashOf, spread } from '@openrounds/classifier';
import { type Stretch } from '../model/token';
import { type People } from '../recognise/people';
import { firstBehind } from './frames';

/** Everybody whom a text names, in order: by which token, and in which way, as a number. */
export interface NamedPeople {
  readonly at: readonly number[];
  readonly how: readonly number[];
}

/** In what way somebody is named: "I", "she", "my mother", "her mother", "a mother of two" who is the patient, "Mum" who only tells. */
export function namedPeople(people: People): NamedPeople {
  const [at, how]: [number[], number[]] = [[], []];
  for (const [sentence, { pieces, people: named }] of people.named) {
    const roles = new Map(
      people
        .in(sentence)
        .map(({ from, isPatient, tells }) => [from, isPatient ? 'patient' : tells ? 'tells' : '']),
    );
    for (const { from, to, row, possessor = '' } of named) {
      const token = pieces[from]?.at ?? 0;
      const { is, sex = '' } = row;
      const heads = pieces[to]?.text === ':' ? ':' : '';
      at.push(token);
      how.push(hashOf(`${is} ${possessor} ${is === 'pronoun' ? sex : (roles.get(token) ?? '')}${heads}`));
    }
  }
  return { at, how };
}

const NOBODY = 0;

/** What a clue is about; the words around a finding have smaller numbers. */
const ABOUT = {
  last: 101,
  lastTwo: 102,
  next: 103,
  first: 104,
  lastAndFirst: 105,
  lastAndNext: 106,
  earlier: 107,
  earlierTwo: 108,
  earlierAndLast: 109,
  later: 110,
  laterAndLast: 111,
  opening: 112,
  openingAndLast: 113,
  openingEarlierLast: 114,
} as const;

type Clue = readonly [about: keyof typeof ABOUT, hows: readonly number[]];

const clue = ([about, hows]: Clue): number => spread(hows.reduce(folded, folded(BASIS, ABOUT[about])));

/** Clues of the sentence of a finding, and of the text around that. */
interface PeopleAround {
  readonly inSentence: readonly number[];
  readonly inText: readonly number[];
}

/**
 * Who is named about a finding, as numbers: whose a finding is, hangs on the order of people more than on their distance.
 *
 * @param sentence that the finding stands in
 * @param finding the stretch of its words
 */
export function peopleAround({ at, how }: NamedPeople, sentence: Stretch, finding: Stretch): PeopleAround {
  const howOf = (place: number, isThere = true): number => (isThere && how[place]) || NOBODY;
  const before = (token: number): number => firstBehind(at, token - 1);
  const [begin, from, to, end] = [sentence.from, finding.from, finding.to, sentence.to].map(before) as [
    number,
    number,
    number,
    number,
  ];
  const [first, last, next] = [
    howOf(begin, begin < from),
    howOf(from - 1, begin < from),
    howOf(to, to < end),
  ];
  const lastButOne = howOf(from - 2, begin < from - 1);
  const [opening, earlierButOne, earlier, later] = [howOf(0), howOf(begin - 2), howOf(begin - 1), howOf(end)];
  const inSentence: Clue[] = [
    ['last', [last]],
    ['lastTwo', [lastButOne, last]],
    ['next', [next]],
    ['first', [first]],
    ['lastAndFirst', [last, first]],
    ['lastAndNext', [last, next]],
  ];
  const inText: Clue[] = [
    ['earlier', [earlier]],
    ['earlierTwo', [earlierButOne, earlier, last]],
    ['earlierAndLast', [earlier, last]],
    ['later', [later]],
    ['laterAndLast', [later, last]],
    ['opening', [opening]],
    ['openingAndLast', [howOf(0, begin > 0), last]],
    ['openingEarlierLast', [opening, earlier, last]],
  ];
  return { inSentence: inSentence.map(clue), inText: inText.map(clue) };
}
