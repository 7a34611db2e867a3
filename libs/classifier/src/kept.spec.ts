import { Clues } from './clues';
import { hashOf } from './hashes';
import { KeptSoftmax, learnKept, openedWhenAsked } from './kept';

const CLUES = new Clues(2);
/** A pair of words as clues. */
function cluesOf(first: string, second: string): number[] {
  CLUES.clear();
  CLUES.one(hashOf(first));
  CLUES.one(hashOf(second));
  return [...CLUES.all];
}

const DRUGS = ['insulin', 'aspirin', 'warfarin'];
const EXAMPLES = DRUGS.flatMap((drug) => [
  { features: cluesOf('price', drug), label: 1 },
  { features: cluesOf('dose', drug), label: 0 },
]);
const learnt = (examples: typeof EXAMPLES) => learnKept(examples, 2, 8);
const KEPT = learnt(EXAMPLES);

function told(first: string, second: string, kept = KEPT): number[] {
  const parts = new Float64Array(4);
  new KeptSoftmax(kept).tell(Uint32Array.from(cluesOf(first, second)), parts, 1);
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
    expect(learnt(EXAMPLES)).toEqual(KEPT);
  });

  it('keeps no clue that has been seen less than three times', () => {
    const twice = EXAMPLES.filter(({ label }) => label === 1).slice(0, 2);
    expect(learnt(twice).clues).toBe('');
  });

  it('keeps no clue that tells little', () => {
    const balanced = [0, 1].flatMap((label) =>
      DRUGS.flatMap((drug) => [
        { features: cluesOf(label === 1 ? 'price' : 'dose', drug), label },
        { features: cluesOf(label === 1 ? 'price' : 'dose', 'either'), label },
      ]),
    );
    const kept = learnt(balanced);
    expect(told('never', 'either', kept)).toEqual(told('never', 'seen', kept));
    expect(told('price', 'seen', kept)).not.toEqual(told('never', 'seen', kept));
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
