import { FORGET_EVENTS } from '../../src/persistence/run-events';
import { SEAL_PLACES } from '@openrounds/contracts';
import { packAnswer } from '@openrounds/run-flow';
import { codedAnswers, understandings } from '@openrounds/testing';
import { type Section } from '../../src/model/run-changes';
import { type NewRun } from '../../src/ports/run-store';
import { itKeepsRuns } from '../conformance/runs';
import { at, newRuns, openStores, SEALER, SECRET, type GatewayStores } from '../fixtures/stores';

const TENANT = 'school';
const understood = (run: NewRun): Section => ({
  type: 'understood',
  caseVersion: 1,
  sealed: SEALER.seal(understandings.build(), SEAL_PLACES.runUnderstood(TENANT, run.id)),
});

describe('the gateway’s read model of runs in Postgres', () => {
  let stores: GatewayStores;

  beforeAll(async () => {
    stores = await openStores();
  });

  afterAll(() => stores.close());

  itKeepsRuns(() => stores);

  const accepted = async (): Promise<NewRun> => {
    const run = newRuns.build();
    await stores.runs.accept(run, undefined);
    return run;
  };

  it('rests sealed: nobody reads a quotation in the table', async () => {
    const run = await accepted();
    await stores.runs.recordSections(TENANT, run.id, [understood(run)], at(1));
    const rows = await stores.dataSource.query<unknown[]>('SELECT * FROM runs WHERE id = $1', [run.id]);
    expect(JSON.stringify(rows)).not.toMatch(/short of breath|flight|worried|Tuesday/);
    expect((await stores.runs.find(TENANT, run.id))?.understood?.unmatched).toEqual(
      understandings.build().unmatched,
    );
    expect(JSON.stringify(await stores.outbox())).not.toContain(SECRET);
  });

  it('keeps an answer packed, and reads one that was written before answers were', async () => {
    const [run, older] = [await accepted(), await accepted()];
    const answer = codedAnswers.build();
    await stores.runs.recordSections(TENANT, run.id, [{ type: 'differential', answer }], at(1));
    const rows = await stores.dataSource.query<unknown[]>(
      'SELECT answer, packed_answer AS packed FROM runs WHERE id = $1',
      [run.id],
    );
    expect(rows).toEqual([{ answer: null, packed: packAnswer(answer) }]);
    await stores.dataSource.query(`UPDATE runs SET answer = $2, status = 'running' WHERE id = $1`, [
      older.id,
      answer,
    ]);
    const leading = [];
    for (const { id, caseId } of [run, older]) {
      expect((await stores.runs.find(TENANT, id))?.answer).toEqual(answer);
      leading.push(
        ...(await stores.runs.list({ tenantId: TENANT, limit: 1, caseId })).map((line) => line.leading),
      );
    }
    expect(leading[0]).toMatchObject({ diseaseId: answer.differential[0]?.diseaseId });
    expect(leading[1]).toEqual(leading[0]);
  });

  it('reads of a run for a list neither its answer nor what is sealed', async () => {
    const run = await accepted();
    await stores.dataSource.query(`UPDATE runs SET understood = '{}' WHERE id = $1`, [run.id]);
    const lines = await stores.runs.list({ tenantId: TENANT, limit: 1, caseId: run.caseId });
    expect(lines.map(({ id }) => id)).toEqual([run.id]);
    const silent = await stores.runs.listSilent(at(100), 1_000);
    expect(silent.map(({ id }) => id)).toContain(run.id);
    await stores.dataSource.query('UPDATE runs SET understood = NULL WHERE id = $1', [run.id]);
  });

  it('keeps a broken seal, when narratives are forgotten, for the day its key is back', async () => {
    const run = newRuns.build({ createdAt: new Date('2018-01-01T00:00:00.000Z') });
    await stores.runs.accept(run, undefined);
    await stores.runs.recordSections(TENANT, run.id, [understood(newRuns.build())], run.createdAt);
    await stores.runs.forgetNarratives(new Date('2018-01-02T00:00:00.000Z'));
    const rows = await stores.dataSource.query<unknown[]>(
      'SELECT narrative_kept AS kept, understood IS NOT NULL AS sealed FROM runs WHERE id = $1',
      [run.id],
    );
    expect(rows).toEqual([{ kept: true, sealed: true }]);
  });

  it('finds the events to remove by their own time, however many runs there are', async () => {
    const plan = await stores.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL enable_seqscan = off');
      return manager.query<Record<string, string>[]>(`EXPLAIN ${FORGET_EVENTS.replace('$1', 'now()')}`);
    });
    const steps = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(steps).toMatch(/Index (Only )?Scan (using|on) "?IDX_41779d5a93f8aff8bba077a7e7/);
    expect(steps).not.toMatch(/Seq Scan| on runs/);
  });
});
