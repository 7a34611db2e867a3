import { newId } from '@openrounds/platform';
import { codedAnswers } from '@openrounds/testing';
import { type RankingStore } from '../../src/ports/ranking-store';
import { rankings } from '../fixtures/rankings';

/** What every store of rankings does; `open` gives one that may hold others' rankings. */
export const itKeepsRankings = (open: () => RankingStore): void => {
  let store: RankingStore;

  beforeAll(() => {
    store = open();
  });

  it('gives a ranking back to the last bit, to its tenant only', async () => {
    const ranking = rankings.build({ answer: { other: { probability: 0.1 + 0.2 } } });
    expect(await store.save(ranking, null)).toBe('stored');
    expect(await store.find('school', ranking.runId)).toEqual(ranking);
    expect(await store.find('other', ranking.runId)).toBeUndefined();
  });

  it('keeps the packed form of an answer that is read in parts, for its tenant alone', async () => {
    const ranking = rankings.build();
    const packed = Buffer.from('a packed answer');
    await store.save(ranking, packed);
    expect(await store.readPacked('school', ranking.runId)).toEqual(packed);
    expect(await store.readPacked('other', ranking.runId)).toBeUndefined();
    expect(await store.find('school', ranking.runId)).toEqual(ranking);
    await store.erase('school', ranking.caseId);
    expect(await store.readPacked('school', ranking.runId)).toBeUndefined();
  });

  it('keeps the first ranking of a run', async () => {
    const ranking = rankings.build();
    const another = { ...ranking, answer: codedAnswers.build({ mustNotMissMore: 7 }) };
    await store.save(ranking, null);
    expect(await store.save(another, null)).toBe('stored');
    expect(await store.find('school', ranking.runId)).toEqual(ranking);
  });

  it('erases all rankings of a case, and refuses one that comes late', async () => {
    const [first, second] = rankings.buildList(2, { caseId: newId() });
    const bystander = rankings.build();
    for (const each of [first, second, bystander]) if (each !== undefined) await store.save(each, null);
    if (first === undefined || second === undefined) throw new Error('two were asked for');
    await store.erase('other', first.caseId);
    expect(await store.find('school', first.runId)).toEqual(first);

    await store.erase('school', first.caseId);
    expect(await store.find('school', first.runId)).toBeUndefined();
    expect(await store.find('school', second.runId)).toBeUndefined();
    expect(await store.save(first, null)).toBe('erased');
    expect(await store.find('school', first.runId)).toBeUndefined();
    expect(await store.find('school', bystander.runId)).toEqual(bystander);
  });

  it('lets nothing slip in while a case is erased', async () => {
    const racing = rankings.buildList(6);
    await Promise.all(racing.flatMap((each) => [store.save(each, null), store.erase('school', each.caseId)]));
    const left = await Promise.all(racing.map(({ runId }) => store.find('school', runId)));
    expect(left).toEqual(racing.map(() => undefined));
  });
};
