import { finishedRuns, openLogRig, type LogRig } from '../fixtures/log-rig';

const NOTHING = { llm: undefined, guidelines: undefined };

describe('the tables of the explanation log', () => {
  let rig: LogRig;

  beforeAll(async () => {
    rig = await openLogRig();
    const erased = finishedRuns.build();
    await rig.finalise.execute(erased, NOTHING);
    await rig.finalise.execute(finishedRuns.build(), NOTHING);
    await rig.log.erase('school', erased.meta.caseId);
    await rig.read.checkpoint();
  });

  afterAll(() => rig.close());

  it.each([
    ['an entry removed', 'DELETE FROM entries'],
    ['all entries removed', 'TRUNCATE entries'],
    ['a leaf changed', `UPDATE entries SET leaf_hash = repeat('0', 64)`],
    ['a record changed', `UPDATE entries SET record = '{}'`],
    ['an erased record put back', `UPDATE entries SET record = '{}', salt = 'x' WHERE record IS NULL`],
    ['an entry moved while it is erased', 'UPDATE entries SET index = index + 9, record = NULL, salt = NULL'],
    ['a node changed', `UPDATE tree_nodes SET hash = repeat('0', 64)`],
    ['a node removed', 'DELETE FROM tree_nodes'],
    ['a checkpoint changed', `UPDATE checkpoints SET root_hash = ''`],
    ['a checkpoint removed', 'DELETE FROM checkpoints'],
    ['the head put back', 'UPDATE tree_head SET size = size - 1'],
    ['the head changed', `UPDATE tree_head SET subtrees = '[]'`],
    ['the head moved', 'UPDATE tree_head SET id = 2, size = size + 1'],
    ['the head removed', 'DELETE FROM tree_head'],
    ['the head emptied', 'TRUNCATE tree_head'],
  ])('do not let the service itself have %s', async (_what, sql) => {
    await expect(rig.dataSource.query(sql)).rejects.toThrow('the log is append-only');
  });
});
