import { candidatesOf, MOST_CANDIDATES } from './candidates';

const ranked = Array.from({ length: 1000 }, (_, place) => ({ diseaseId: `d${String(place)}` }));

describe('the candidates of a language model', () => {
  it('are the most probable, with every danger that was raised, in the order of the list', () => {
    const ids = candidatesOf(ranked, ['d900', 'd3']);
    expect(ids).toHaveLength(MOST_CANDIDATES);
    expect([ids[0], ids[3], ids.at(-2), ids.at(-1)]).toEqual(['d0', 'd3', 'd58', 'd900']);
  });

  it('leave no danger out, however many there are', () => {
    const raised = ranked.slice(500, 600).map(({ diseaseId }) => diseaseId);
    expect(candidatesOf(ranked, raised)).toEqual(raised);
  });

  it('are all diseases where there are few', () => {
    expect(candidatesOf(ranked.slice(0, 3), ['d1'])).toEqual(['d0', 'd1', 'd2']);
  });
});
