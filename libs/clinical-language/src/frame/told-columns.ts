import { type EvidenceIndex, PARTS_OF_NAT } from './evidence-index';

/** A concept and what it is a kind of, with the number of steps to each. */
export type Above = (concept: string) => ReadonlyMap<string, number>;

/** Each step to what a word is a kind of tells so much less: "leg" said by "thigh". */
const STEP_UP = 0.8;
/** So many rows there is room for at first. */
const FIRST_ROOM = 1 << 12;

/**
 * What the things that a sentence says tell of findings, one thing after the other, a row for each finding that a thing tells of. Columns
 * are kept from sentence to sentence: a sentence has hundreds of rows, and objects for each were a third of what reading threw away.
 */
export class ToldColumns {
  /** The number of the finding. */
  finding = new Int32Array(FIRST_ROOM);
  /** How much is told of it, in nats. */
  nats = new Float64Array(FIRST_ROOM);
  /** By place among what is said, the first row; at the end the number of rows. */
  private readonly begins: number[] = [0];
  private readonly ofFeature: Float64Array;
  private readonly touched: Int32Array;
  private readonly rowOf: Int32Array;

  constructor(
    private readonly index: EvidenceIndex,
    private readonly above: Above,
  ) {
    this.ofFeature = new Float64Array(index.size);
    this.touched = new Int32Array(index.size);
    this.rowOf = new Int32Array(index.size);
  }

  /** The first row of a place; of the place behind the last one the number of rows. */
  begin(place: number): number {
    return this.begins[place] ?? 0;
  }

  /** Forgets the sentence before. */
  clear(): void {
    this.begins.length = 1;
  }

  /** Adds the next thing that is said: of each finding the sum over its features, of a feature what is most. */
  add(features: readonly string[]): void {
    const begin = this.begins.at(-1) ?? 0;
    this.makeRoom(begin + this.index.size);
    const { finding, nats, ofFeature, touched, rowOf } = this;
    let end = begin;
    for (const feature of features) {
      const count = this.readFeature(feature);
      for (let at = 0; at < count; at += 1) {
        const one = touched[at] ?? 0;
        let row = rowOf[one] ?? 0;
        if (row < begin || row >= end || finding[row] !== one) {
          row = end;
          rowOf[one] = row;
          finding[row] = one;
          nats[row] = 0;
          end += 1;
        }
        nats[row] = (nats[row] ?? 0) + (ofFeature[one] ?? 0);
        ofFeature[one] = 0;
      }
    }
    this.begins.push(end);
  }

  /** Sets what a feature tells, and gives of how many findings it does. */
  private readFeature(feature: string): number {
    const { index, ofFeature, touched } = this;
    let count = 0;
    this.above(feature).forEach((steps, concept) => {
      const part = STEP_UP ** steps / PARTS_OF_NAT;
      index.forEachTold(concept, (finding, parts) => {
        const nats = parts * part;
        const known = ofFeature[finding] ?? 0;
        if (known === 0) {
          touched[count] = finding;
          count += 1;
        }
        if (nats > known) ofFeature[finding] = nats;
      });
    });
    return count;
  }

  private makeRoom(rows: number): void {
    if (rows <= this.finding.length) return;
    const room = Math.max(rows, 2 * this.finding.length);
    const [finding, nats] = [new Int32Array(room), new Float64Array(room)];
    finding.set(this.finding);
    nats.set(this.nats);
    [this.finding, this.nats] = [finding, nats];
  }
}
