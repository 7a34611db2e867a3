import { clueOf } from '@openrounds/classifier';
import { ageInYears } from '@openrounds/contracts';
import { type Mention, type Telling } from '../../recognise/people';
import { type Piece } from '../../recognise/person-lexicon';
import { type Age } from './quantities';

/** What is known of something, each by its name: clues for what was learnt. */
export class Known {
  readonly clues = new Set<number>();

  tell(name: string, ...what: readonly (string | number | boolean | undefined)[]): void {
    this.clues.add(clueOf(`${name} ${what.join(' ')}`));
  }
}

/** Of a count that may be large: from here on all are alike. */
export const MANY = 4;
export const few = (count: number): number => Math.min(MANY, count);

/** Where a number stands between ends: the place of the first that is above it. */
const placeAmong = (ends: readonly number[], value: number): number => {
  const place = ends.findIndex((end) => value < end);
  return place === -1 ? ends.length : place;
};

/** Years up to which people are of one time of life. */
const TIMES_OF_LIFE = [0.1, 1, 5, 13, 18, 50, 70] as const;
export const timeOfLife = (age: Age): number => placeAmong(TIMES_OF_LIFE, ageInYears(age));

/** Distances in words that are told apart. */
const DISTANCES = [1, 2, 4, 7, 13] as const;
export const farness = (distance: number): number => placeAmong(DISTANCES, distance);

const isNumber = (word: string): boolean => /^\d/u.test(word);

/** The look of a word: numbers look alike. */
export function lookAt(pieces: readonly Piece[], at: number): string {
  const word = pieces[at]?.text;
  if (word === undefined) return at < 0 ? '^' : '$';
  return isNumber(word) ? '#' : word;
}

/** How a text names somebody. */
export const lookOf = (one: Mention | undefined): string =>
  one === undefined
    ? 'nobody'
    : [
        one.row.is,
        one.row.child && 'child',
        one.possessor,
        one.isCompanion && 'companion',
        one.informs && 'informs',
        one.isDead && 'dead',
      ]
        .filter(Boolean)
        .join('+');

/** Of whom a text is told, and by whom. */
export const wayOf = ({ tellsOfSelf, proxy, informant }: Telling): string =>
  [tellsOfSelf && 'self', proxy && 'proxy', informant && 'informant'].filter(Boolean).join('+');
