import { Softmax } from './softmax';

const EXAMPLES = [
  { features: ['price', 'of', 'insulin'], label: 1 },
  { features: ['price', 'of', 'aspirin'], label: 1 },
  { features: ['dose', 'of', 'insulin'], label: 0 },
  { features: ['dose', 'of', 'aspirin'], label: 0 },
];
const likely = (features: string[], examples = EXAMPLES, costs = [1, 1]) =>
  new Softmax(examples, costs).probabilities(features);

describe('Softmax', () => {
  it('learns which features tell, and leaves those that do not', () => {
    expect(likely(['price', 'of', 'heparin'])[1]).toBeGreaterThan(0.8);
    expect(likely(['dose'])[1]).toBeLessThan(0.2);
    expect(likely(['of'])[1]).toBeCloseTo(0.5, 1);
  });

  it('gives probabilities, also for what it knows nothing of', () => {
    for (const features of [[], ['never', 'seen'], ['price', 'dose', 'of']])
      expect(likely(features).reduce((sum, each) => sum + each)).toBeCloseTo(1, 12);
  });

  it('leans to the class whose mistakes cost more', () => {
    expect(likely([], EXAMPLES, [1, 4])[1]).toBeGreaterThan(likely([], EXAMPLES, [1, 1])[1] ?? 1);
  });

  it('is the same each time', () => {
    expect(likely(['price', 'insulin'])).toEqual(likely(['price', 'insulin']));
  });
});
