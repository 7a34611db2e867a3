import { textAt } from '../normalise/at-position';
import { type Candidate } from './candidate';
import { classesOf } from './mask-lexicon';
import { type Passage } from './passage';

const PROPER = classesOf('en/proper-nouns');
const setOf = (...names: string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => PROPER.get(name) ?? []));
/** What a place is in general, Naivudra village; some words are so only beside what is surely an address: Larrakin Wells strip. */
const [SPOTS, SPOTS_OF_ADDRESS] = [setOf('spot'), setOf('spot', 'spot-of-address')];
/** What has a number or stands before a name: block C, house Thekkepurackal. */
const NUMBERED = setOf('numbered-spot');
/** Between two parts of one address: County Road 412 at Sutter's Ford. */
const BETWEEN = setOf('between-places');
/** Before the number of a house. */
const BEFORE_HOUSE = setOf('before-house');
const OPENS = /^[,:;.(\n]?$/u;
/** The number of a house, and no part of a time or of a decimal number. */
const NUMBER = /^\d{1,4}[a-z]?$/iu;
const GOES_ON = /^[.:,/-]\d/u;
const LETTER = /^[A-Z]$/u;
/** So many words may stand between two parts of an address, and so many more be taken in on either side. */
const [MOST_BETWEEN, MOST_BESIDE] = [4, 4];
const PLACES: ReadonlySet<string> = new Set(['address', 'org']);

const isNumber = (passage: Passage, at: number): boolean =>
  NUMBER.test(passage.written(at)) &&
  !GOES_ON.test(passage.text.slice(passage.end(at), passage.end(at) + 2)) &&
  (at === 0 || /^\s+$/u.test(passage.gap(at)));
const isOn = (passage: Passage, at: number): boolean => /^ ?$/u.test(passage.gap(at));

/** Something that was found, in tokens, and how far its neighbours leave room. */
class Extent {
  private readonly spots: ReadonlySet<string>;
  private readonly first: number;
  private readonly last: number;
  from: number;
  to: number;

  constructor(
    private readonly passage: Passage,
    readonly found: Candidate,
  ) {
    this.spots = found.kind === 'address' ? SPOTS_OF_ADDRESS : SPOTS;
    this.from = this.first = passage.indexAt(found.start);
    this.to = this.last = passage.indexAt(found.end);
  }

  get candidate(): Candidate {
    const { passage, from, to, found } = this;
    const start = from < this.first ? passage.start(from) : found.start;
    return { ...found, start, end: to > this.last ? passage.end(to - 1) : found.end };
  }

  /** Takes in the number of a house (3 Cobbler's Yard) and what it stands for: hostel block C. */
  growBack(least: number): void {
    const { passage } = this;
    if (this.found.kind !== 'name' && this.hasHouseNumber(least)) this.from -= 1;
    const first = Math.max(least, this.from - MOST_BESIDE);
    for (let at = this.from - 1; at >= first && isOn(passage, at + 1); at -= 1) {
      const word = textAt(passage.tokens, at);
      if (this.spots.has(word) || NUMBERED.has(word)) this.from = at;
      else if (!this.isNumbered(at) && word !== 'the') return;
    }
  }

  /** Takes in what such a place is in general: Larrakin Wells strip, Dialysis bay 3. */
  growOn(most: number): void {
    const last = Math.min(most, this.to + MOST_BESIDE);
    while (
      this.to < last &&
      isOn(this.passage, this.to) &&
      (this.isSpot(this.to) || this.isNumbered(this.to))
    )
      this.to += 1;
  }

  /** Whether only such words stand before another part of the same address: camp 2 at Yurntu Bore. */
  goesOnTo({ from, found }: Extent): boolean {
    if (!PLACES.has(found.kind) || !PLACES.has(this.found.kind) || from - this.to > MOST_BETWEEN)
      return false;
    for (let at = this.to; at <= from; at += 1) if (!isOn(this.passage, at)) return false;
    for (let at = this.to; at < from; at += 1)
      if (!BETWEEN.has(textAt(this.passage.tokens, at)) && !this.isSpot(at) && !isNumber(this.passage, at))
        return false;
    return true;
  }

  private isSpot(at: number): boolean {
    return this.spots.has(textAt(this.passage.tokens, at));
  }

  /** bay 3, block C: what tells which of several it is. */
  private isNumbered(at: number): boolean {
    return (
      (isNumber(this.passage, at) || LETTER.test(this.passage.written(at))) &&
      (this.isSpot(at - 1) || NUMBERED.has(textAt(this.passage.tokens, at - 1)))
    );
  }

  /** Where a number can be none of anything else. */
  private hasHouseNumber(least: number): boolean {
    const { passage, from, to } = this;
    return (
      from > least &&
      to - from > 1 &&
      isNumber(passage, from - 1) &&
      passage.gap(from) === ' ' &&
      (OPENS.test(passage.written(from - 2)) || BEFORE_HOUSE.has(textAt(passage.tokens, from - 2)))
    );
  }
}

const HAN = /\p{Script=Han}/u;
const mayGrow = ({ text }: Passage, { kind, placeholder, start, end }: Candidate): boolean =>
  placeholder === undefined && (PLACES.has(kind) || kind === 'name') && !HAN.test(text.slice(start, end));

/**
 * Places of English with the small words that belong to them: what such a place is in general, the number of a house, what joins two
 * parts. They tell nothing of the patient's health, and with them the address is whole.
 *
 * @param found what identifies somebody, in the order of the text, none over another
 */
export function wholeAddresses(passage: Passage, found: readonly Candidate[]): Candidate[] {
  const whole: Candidate[] = [];
  let before: Extent | undefined;
  found.forEach((each, index) => {
    const last = whole.at(-1);
    const extent = mayGrow(passage, each) ? new Extent(passage, each) : undefined;
    if (extent !== undefined && before !== undefined && before.goesOnTo(extent)) {
      before.to = extent.to;
      whole[whole.length - 1] = before.candidate;
      return;
    }
    extent?.growBack(last === undefined ? 0 : passage.indexAt(last.end));
    extent?.growOn(passage.indexAt(found[index + 1]?.start ?? passage.text.length));
    whole.push(extent?.candidate ?? each);
    before = extent;
  });
  return whole;
}
