import type { Stages } from '../api/types';
import { stageViews } from './stage-rows';

type Stage = Stages['stages'][number];

const stage = (
  name: string,
  level: Stage['sufficiency']['level'],
  probabilities: Readonly<Record<string, number>>,
  revealed = ['fever'],
): Stage =>
  ({
    name,
    title: name,
    revealed: revealed.map((findingId) => ({ findingId, name: findingId })),
    sufficiency: { level, reasons: [] },
    differential: Object.entries(probabilities).map(([diseaseId, probability]) => ({
      diseaseId,
      name: diseaseId,
      probability,
    })),
    other: { probability: 0.1 },
  }) as unknown as Stage;

describe('stageViews', () => {
  it('shows three diseases and Other after each stage, with what they were before', () => {
    const [, second] = stageViews([
      stage('history', 'little', { a: 0.5, b: 0.3, c: 0.1 }),
      stage('examination', 'enough', { b: 0.6, a: 0.2, d: 0.1, c: 0.05 }),
    ]);
    expect(second?.rows).toEqual([
      { diseaseId: 'b', name: 'b', probability: 0.6, earlier: 0.3 },
      { diseaseId: 'a', name: 'a', probability: 0.2, earlier: 0.5 },
      { diseaseId: 'd', name: 'd', probability: 0.1, earlier: undefined },
      { diseaseId: null, name: '', probability: 0.1, earlier: 0.1 },
    ]);
  });

  it('gives no numbers, and no earlier ones, where there was too little to rank', () => {
    const [first, second] = stageViews([
      stage('history', 'too-little', { a: 0.5 }),
      stage('examination', 'little', { a: 0.7 }),
    ]);
    expect(first?.numbers).toBe(false);
    expect(second?.rows.map(({ earlier }) => earlier)).toEqual([undefined, undefined]);
  });

  it('leaves out a stage that reveals nothing', () => {
    const views = stageViews([
      stage('history', 'little', { a: 1 }),
      stage('imaging', 'little', { a: 1 }, []),
    ]);
    expect(views.map(({ name }) => name)).toEqual(['history']);
  });
});
