import { FREE, FULL, placeIn } from './clue-places';

const FIRST_SIZE = 1 << 11;

/** Clues of one thing, each once and in the order in which they came, in a table that is used again for the next. */
export class DistinctClues {
  private places = new Uint32Array(FIRST_SIZE);
  private list = new Uint32Array(FIRST_SIZE * FULL);
  private count = 0;

  add(clue: number): void {
    const place = placeIn(this.places, clue);
    if (this.places[place] === clue) return;
    this.places[place] = clue;
    this.list[this.count] = clue;
    this.count += 1;
    if (this.count === this.list.length) this.grow();
  }

  /** All of them; then there are none. */
  take(): Uint32Array {
    const all = this.list.slice(0, this.count);
    this.places.fill(FREE);
    this.count = 0;
    return all;
  }

  private grow(): void {
    const { list } = this;
    this.places = new Uint32Array(2 * this.places.length);
    this.list = new Uint32Array(2 * list.length);
    this.list.set(list);
    for (const clue of list) this.places[placeIn(this.places, clue)] = clue;
  }
}
