import { guidelineTopic } from './guideline-topic';

const ranked = (diseaseId: string, contributions: Readonly<Record<string, number>>) => ({
  diseaseId,
  evidence: Object.entries(contributions).map(([findingId, contribution]) => ({ findingId, contribution })),
});

describe('guidelineTopic', () => {
  it('takes the leaders, then what must not be missed and does not lead', () => {
    const differential = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ranked(id, {}));
    const mustNotMiss = ['b', 'f', 'x', 'y', 'z'].map((diseaseId) => ({ diseaseId }));
    expect(guidelineTopic({ differential, mustNotMiss }).diseaseIds).toEqual([
      ...['a', 'b', 'c', 'd', 'e'],
      ...['f', 'x', 'y'],
    ]);
  });

  it('takes the findings that decide between the leaders, the sharpest first', () => {
    const differential = [
      ranked('a', { 'for-both': 2, 'tells-apart': 1, 'for-one': 0.5 }),
      ranked('b', { 'for-both': 2, 'tells-apart': -1 }),
    ];
    expect(guidelineTopic({ differential, mustNotMiss: [] }).findingIds).toEqual(['tells-apart', 'for-one']);
  });

  it('finds nothing to look up in an empty list', () => {
    expect(guidelineTopic({ differential: [], mustNotMiss: [] })).toEqual({ diseaseIds: [], findingIds: [] });
  });
});
