import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createDataSource, type DataSource } from '@openrounds/persistence';
import { isInfrastructureFault } from '@openrounds/queue';
import { FULL, LosingProxy, type Lost, TestClock } from '@openrounds/testing';
import { parseNote, verifyExport, witness, witnessVerifier } from '@openrounds/transparency-log';
import { ENTITIES } from '../../src/persistence/entities';
import { AddCosignature } from '../../src/use-cases/add-cosignature';
import { AppendRecord } from '../../src/use-cases/append-record';
import { EraseRecords } from '../../src/use-cases/erase-records';
import { finishedRuns, openLogRig, type LogProcess, type LogRig } from '../fixtures/log-rig';

const NOTHING = { llm: undefined, guidelines: undefined };
/** The other way in the long form alone: what was not done is the easier one. */
const LOST: readonly Lost[] = FULL ? ['answer', 'statement'] : ['answer'];

interface Deed {
  once(): Promise<unknown>;
  /** What must stand then. */
  held(): Promise<void>;
}

describe('a log whose connection is lost at each of its steps in turn', () => {
  let rig: LogRig;
  let proxy: LosingProxy;
  let dataSource: DataSource;
  let process: LogProcess;

  beforeEach(async () => {
    rig = await openLogRig();
    proxy = await LosingProxy.open(rig.database.url('explanation_log'));
    dataSource = await createDataSource({
      url: proxy.url,
      schema: 'explanation_log',
      entities: ENTITIES,
      migrations: [],
    }).initialize();
    process = rig.another({ dataSource });
  });

  afterEach(async () => {
    await dataSource.destroy();
    await proxy.close();
    await rig.close();
  });

  /**
   * Does what `prepare` gives until one comes to its end without a loss: each is struck one statement further, and then
   * done once more, as its job would be.
   *
   * @returns number of steps
   */
  const atEachStep = async (lost: Lost, prepare: () => Deed | Promise<Deed>): Promise<number> => {
    for (let step = 0; ; step += 1) {
      const { once, held } = await prepare();
      let [seen, struck] = [0, false];
      void proxy.loseAt(() => seen++ === step, lost).then(() => (struck = true));
      const failure: unknown = await once().catch((error: unknown) => error);
      proxy.spare();
      if (struck) {
        expect({ step, failure, outage: isInfrastructureFault(failure) }).toMatchObject({ outage: true });
        await once();
      }
      await held();
      if (!struck) return step;
    }
  };

  const append = async (writer: LogProcess = rig) => {
    const run = finishedRuns.build();
    return { run, finished: await writer.finalise.execute(run, NOTHING) };
  };

  const expectVerified = async (size: number, erased = 0): Promise<void> => {
    const { items } = await rig.read.entries('school', 0, 100);
    const verdict = verifyExport({ entries: items, checkpoint: await rig.read.checkpoint() });
    expect(verdict).toMatchObject({ ok: true, size, erased, problems: [] });
    await rig.log.checkHead();
  };

  it.each(LOST)('and with it the %s: a run has one entry', async (lost) => {
    const steps = await atEachStep(lost, () => {
      const run = finishedRuns.build();
      return {
        once: () => process.finalise.execute(run, NOTHING),
        held: async () => {
          const { size } = await rig.log.head();
          const { index, leafHash } = await rig.read.explanation('school', run.meta.runId);
          expect(index).toBe(size - 1);
          expect((await process.finalise.execute(run, NOTHING)).logEntry).toEqual({ index, leafHash });
          // Another process goes on from there, so that this one has to compare the trees.
          await append();
          await expectVerified(size + 1);
        },
      };
    });
    expect(steps).toBeGreaterThan(5);
    await expectVerified(2 * (steps + 1));
  });

  it.each(LOST)('and with it the %s: a record of no run has one entry', async (lost) => {
    const records = new AppendRecord(process.log, new TestClock());
    const meta = { tenantId: 'school', requestId: 'request-1' };
    const steps = await atEachStep(lost, async () => {
      const { size } = await rig.log.head();
      const told = { recordId: randomUUID(), subjectId: randomUUID(), kind: 'room-released' as const };
      const at = '2026-11-24T09:00:00.000Z';
      return {
        once: () => records.execute({ meta, ...told, at, record: { round: size } }),
        held: async () => {
          const { record } = await rig.read.entry('school', size);
          expect(record).toEqual({ format: 'openrounds.room.v1', kind: told.kind, at, round: size });
          await expectVerified(size + 1);
        },
      };
    });
    expect(steps).toBeGreaterThan(4);
  });

  it.each(LOST)('and with it the %s: that a case was erased is told once', async (lost) => {
    const erasing = new EraseRecords(process.log, new TestClock());
    let erased = 0;
    const steps = await atEachStep(lost, async () => {
      const { run, finished } = await append();
      const { caseId } = run.meta;
      erased += 1;
      return {
        once: async () => {
          await erasing.erase('school', caseId);
          await erasing.note('school', caseId);
        },
        held: async () => {
          const { index } = finished.logEntry;
          const { record } = await rig.read.entry('school', index + 1);
          expect(record).toMatchObject({ kind: 'case-erased', caseId, entries: [index] });
          await expectVerified(index + 2, erased);
        },
      };
    });
    expect(steps).toBeGreaterThan(8);
  });

  it.each(LOST)('and with it the %s: a head is signed once', async (lost) => {
    const steps = await atEachStep(lost, async () => {
      await append();
      return {
        once: () => process.read.checkpoint(),
        held: async () => {
          const { size, rootHash } = await process.read.checkpoint();
          const kept = await rig.dataSource.query(
            'SELECT root_hash AS "rootHash" FROM checkpoints WHERE size = $1',
            [size],
          );
          expect(kept).toEqual([{ rootHash }]);
        },
      };
    });
    expect(steps).toBeGreaterThan(3);
    await expectVerified(steps + 1);
  });

  it.each(LOST)('and with it the %s: what a witness signed is kept once', async (lost) => {
    const by = witness('witness.example', generateKeyPairSync('ed25519').privateKey);
    const witnesses = [witnessVerifier(by.verifierKey)];
    const clock = new TestClock();
    const add = new AddCosignature(process.log, { name: 'log.example' }, witnesses, clock);
    const meta = { tenantId: 'school', requestId: 'request-1' };
    const steps = await atEachStep(lost, async () => {
      await append();
      const { size, note } = await rig.read.checkpoint();
      const line = by.cosign(parseNote(note).text, clock.now());
      return {
        once: () => add.execute({ meta, size, cosignature: line.trimEnd() }),
        held: async () => {
          const kept = await rig.dataSource.query('SELECT line FROM cosignatures WHERE size = $1', [size]);
          expect(kept).toEqual([{ line }]);
          const served = await rig.another({ witnesses }).read.checkpoint(true);
          expect(served).toMatchObject({ size, cosignatures: [line] });
        },
      };
    });
    // The head that it was signed of is looked up, then the signature is kept.
    expect(steps).toBeGreaterThan(1);
    await expectVerified(steps + 1);
  });

  it.each(LOST)('and with it the %s: a record is erased, its leaf stays', async (lost) => {
    const steps = await atEachStep(lost, async () => {
      const { run, finished } = await append();
      return {
        once: () => process.log.erase('school', run.meta.caseId),
        held: async () => {
          const { leafHash, record } = await rig.read.entry('school', finished.logEntry.index);
          expect({ leafHash, record }).toEqual({ leafHash: finished.logEntry.leafHash, record: null });
        },
      };
    });
    expect(steps).toBeGreaterThan(3);
    await expectVerified(steps + 1, steps + 1);
  });
});
