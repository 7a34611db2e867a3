import { Clues, hashOf } from './clues';
import { KeptSoftmax, learnKept, openedWhenAsked } from './kept';

const CLUES = new Clues(2);
/** A pair of words as clues. */
function cluesOf(first: string, second: string): number[] {
  CLUES.clear();
  CLUES.one(hashOf(first));
  CLUES.one(hashOf(second));
  return [...CLUES.all];
}

const EXAMPLES = [
  { features: cluesOf('price', 'insulin'), label: 1 },
  { features: cluesOf('price', 'aspirin'), label: 1 },
  { features: cluesOf('dose', 'insulin'), label: 0 },
  { features: cluesOf('dose', 'aspirin'), label: 0 },
];
const KEPT = learnKept(EXAMPLES, 2, 8);

function told(first: string, second: string): number[] {
  const parts = new Float64Array(4);
  new KeptSoftmax(KEPT).tell(Uint32Array.from(cluesOf(first, second)), parts, 1);
  expect([parts[0], parts[3]]).toEqual([0, 0]);
  return [...parts.subarray(1, 3)];
}

describe('what is learnt, kept in eight bits', () => {
  it('tells of what it has not seen by the clues that it knows', () => {
    expect(told('price', 'heparin')[1]).toBeGreaterThan(0.8);
    expect(told('dose', 'heparin')[1]).toBeLessThan(0.2);
  });

  it('gives probabilities, also where it knows nothing', () => {
    expect(told('never', 'seen').reduce((sum, each) => sum + each)).toBeCloseTo(1, 12);
  });

  it('knows a word as first clue from the same word as second', () => {
    expect(told('insulin', 'price')).toEqual(told('never', 'seen'));
  });

  it('learns the same of the same examples', () => {
    expect(learnKept(EXAMPLES, 2, 8)).toEqual(KEPT);
  });

  it('refuses what nobody learnt', () => {
    expect(() => new KeptSoftmax({ bias: [] })).toThrow(/step/);
  });

  it('is opened once, when it is first asked for', () => {
    let reads = 0;
    const of = openedWhenAsked({
      get en() {
        reads += 1;
        return JSON.stringify(KEPT);
      },
    });
    expect([reads, of('zh')]).toEqual([0, undefined]);
    expect(of('en')).toBe(of('en'));
    expect(reads).toBe(1);
  });
});
