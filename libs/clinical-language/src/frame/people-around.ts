import { BASIS, folded, hashOf, spread } from '@openrounds/classifier';
import { type Stretch } from '../model/token';
import { gather } from '../normalise/lists-by-key';
import { type People } from '../recognise/people';

/** Somebody whom a text names: by which token, and in which way, as a number. */
interface Named {
  readonly at: number;
  readonly how: number;
}

/** Everybody whom a text names, in order. */
export type NamedPeople = readonly Named[];

/** In what way somebody is named: "I", "she", "my mother", "her mother", "a mother of two" who is the patient, "Mum" who only tells. */
export const namedPeople = (people: People): NamedPeople =>
  gather([...people.named], ([sentence, { pieces, people: named }]) => {
    const roles = new Map(
      people
        .in(sentence)
        .map(({ from, isPatient, tells }) => [from, isPatient ? 'patient' : tells ? 'tells' : '']),
    );
    return named.map(({ from, to, row, possessor = '' }) => {
      const at = pieces[from]?.at ?? 0;
      const { is, sex = '' } = row;
      const heads = pieces[to]?.text === ':' ? ':' : '';
      return {
        at,
        how: hashOf(`${is} ${possessor} ${is === 'pronoun' ? sex : (roles.get(at) ?? '')}${heads}`),
      };
    });
  });

const NOBODY = 0;

/** How many of them stand before a token. */
function countBefore(people: NamedPeople, token: number): number {
  let [from, to] = [0, people.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((people[middle]?.at ?? 0) < token) from = middle + 1;
    else to = middle;
  }
  return from;
}

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

type About = keyof typeof ABOUT;

const clue = ([about, hows]: readonly [About, readonly number[]]): number =>
  spread(hows.reduce(folded, folded(BASIS, ABOUT[about])));

/** Who is named in the sentence of a finding, and next to it before and behind. */
function namedIn(people: NamedPeople, sentence: Stretch, finding: Stretch) {
  const howOf = (place: number, isThere = true): number => (isThere && people[place]?.how) || NOBODY;
  const [begin, before, behind, end] = [sentence.from, finding.from, finding.to, sentence.to].map((token) =>
    countBefore(people, token),
  ) as [number, number, number, number];
  return {
    howOf,
    begin,
    end,
    first: howOf(begin, begin < before),
    lastButOne: howOf(before - 2, begin < before - 1),
    last: howOf(before - 1, begin < before),
    next: howOf(behind, behind < end),
  };
}

/**
 * Who is named about a finding in its own sentence, as numbers: whose a finding is, hangs on the order of people more than on
 * their distance.
 *
 * @param sentence that the finding stands in
 * @param finding the stretch of its words
 */
export function peopleInSentence(people: NamedPeople, sentence: Stretch, finding: Stretch): number[] {
  const { first, lastButOne, last, next } = namedIn(people, sentence, finding);
  const clues: [About, number[]][] = [
    ['last', [last]],
    ['lastTwo', [lastButOne, last]],
    ['next', [next]],
    ['first', [first]],
    ['lastAndFirst', [last, first]],
    ['lastAndNext', [last, next]],
  ];
  return clues.map(clue);
}

/** Who is named in the text around the sentence of a finding, as numbers. */
export function peopleAround(people: NamedPeople, sentence: Stretch, finding: Stretch): number[] {
  const { howOf, begin, end, last } = namedIn(people, sentence, finding);
  const [opening, earlierButOne, earlier, later] = [howOf(0), howOf(begin - 2), howOf(begin - 1), howOf(end)];
  const clues: [About, number[]][] = [
    ['earlier', [earlier]],
    ['earlierTwo', [earlierButOne, earlier, last]],
    ['earlierAndLast', [earlier, last]],
    ['later', [later]],
    ['laterAndLast', [later, last]],
    ['opening', [opening]],
    ['openingAndLast', [howOf(0, begin > 0), last]],
    ['openingEarlierLast', [opening, earlier, last]],
  ];
  return clues.map(clue);
}
