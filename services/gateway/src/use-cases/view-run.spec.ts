import { principals, versions } from '@openrounds/testing';
import { newId } from '@openrounds/platform';
import { unpackJson } from '@openrounds/run-flow';
import { GatewayRows } from '../../test/doubles/gateway-rows';
import { MemoryCaseRegistry } from '../../test/doubles/memory-case-registry';
import { MemoryRuns } from '../../test/doubles/memory-runs';
import { answering, HandSignals, knowledgeLibrary } from '../../test/fixtures/doubles';
import { newRuns } from '../../test/fixtures/stores';
import { ReadRun } from './read-run';
import { RunWatches } from './run-watch';
import { ViewRun, type ViewRequest } from './view-run';

const teacher = principals.build();
const META = { tenantId: 'school', requestId: 'request-1' };

class World {
  private readonly rows = new GatewayRows();
  readonly runs = new MemoryRuns(this.rows);
  readonly cases = new MemoryCaseRegistry(this.rows);
  readonly asked: unknown[] = [];
  /** Versions whose names were looked up. */
  readonly opened: unknown[] = [];
  private readonly library = knowledgeLibrary();
  private readonly services = answering({
    'what-if.v1': (payload) => {
      this.asked.push(payload);
      const still = { probabilityBefore: 0.5, probabilityAfter: 0.5 };
      return { differential: [], remainder: { probability: 0, count: 0 }, other: still };
    },
    'counterfactual.v1': (payload) => {
      this.asked.push(payload);
      const caseMix = 'consecutive' as const;
      return { caseMix, first: { diseaseId: 'pulmonary-embolism', probability: 0.6 }, counterfactual: null };
    },
    'get-explanation.v1': () => ({ index: 0, leafHash: 'a'.repeat(64), salt: '', record: { run: 'frozen' } }),
    'replay-record.v1': (payload) => {
      this.asked.push(payload);
      const engine = { recorded: '1.0.0', now: '1.0.0' };
      return { identical: true, differences: [], truncated: false, engine, knowledge: 'the-runs-own' };
    },
  });
  readonly read = new ReadRun(this.runs, this.library, new RunWatches(this.runs, new HandSignals()));
  readonly views = new ViewRun(this.read, this.services, {
    bundleFor: (asked) => {
      this.opened.push(asked);
      return this.library.bundleFor(asked);
    },
  });

  async accepted(changes: { readonly awaitsReader?: boolean } = {}) {
    const run = newRuns.build({ versions: versions.build({ knowledge: 'the-runs-own' }), ...changes });
    await this.runs.accept(run, undefined);
    return run;
  }
}

const asking = (runId: string, changes: Partial<ViewRequest> = {}): ViewRequest => ({
  principal: teacher,
  meta: META,
  runId,
  language: 'zh',
  ...changes,
});

describe('ViewRun', () => {
  let world: World;

  beforeEach(() => {
    world = new World();
  });

  it('asks for a what-if as long as the run’s own list', async () => {
    const run = await world.accepted();
    const change = { set: [] };
    await world.views.whatIf(asking(run.id), change);
    expect(world.asked).toEqual([{ meta: META, runId: run.id, change, topN: run.options.topN }]);
  });

  it('names with the knowledge that the run was ranked with, in the reader’s language', async () => {
    const run = await world.accepted();
    const { first } = await world.views.counterfactual(asking(run.id));
    expect(first?.name).toBe('病pulmonary-embolism');
    expect(world.opened).toEqual([run.versions]);
  });

  it('begins a run that awaited a reader, for its own tenant', async () => {
    const { id } = await world.accepted({ awaitsReader: true });
    const begun = async () => (await world.runs.state('school', id))?.begunAt;
    const stranger = principals.build({ tenantId: 'other' });
    await expect(world.read.find(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await begun()).toBeNull();
    await world.read.find(teacher, id);
    expect(await begun()).toBeInstanceOf(Date);
  });

  it('begins a run that somebody waits for', async () => {
    const { id } = await world.accepted({ awaitsReader: true });
    await world.read.readWhenEnded(teacher, id, 0.001, 'en');
    expect((await world.runs.state('school', id))?.begunAt).toBeInstanceOf(Date);
  });

  it('has the frozen record computed again, and nothing else', async () => {
    const run = await world.accepted();
    expect(await world.views.replay(asking(run.id))).toMatchObject({ identical: true });
    const [{ meta, packed }] = world.asked as [{ meta: unknown; packed: string }];
    expect(meta).toEqual(META);
    expect(unpackJson(Buffer.from(packed, 'base64'))).toEqual({ run: 'frozen' });
  });

  it('asks nobody about a run that is unknown, a stranger’s, or erased', async () => {
    const run = await world.accepted();
    const stranger = principals.build({ tenantId: 'other' });
    const refused = (request: ViewRequest) => [
      () => world.views.compare(request, ['a', 'b']),
      () => world.views.counterfactual(request),
      () => world.views.stages(request),
      () => world.views.whatIf(request, { set: [] }),
      () => world.views.explanation(request),
      () => world.views.replay(request),
    ];
    for (const view of [...refused(asking(newId())), ...refused(asking(run.id, { principal: stranger }))])
      await expect(view()).rejects.toMatchObject({ code: 'not-found' });
    await world.cases.erase('school', run.caseId, 'request-1', new Date());
    for (const view of refused(asking(run.id)))
      await expect(view()).rejects.toMatchObject({ code: 'case-erased' });
    expect(world.asked).toEqual([]);
  });
});
