import { eventually, signal } from '@openrounds/testing';
import { type ChildOutcome, type Flow, PermanentFault } from '../../src/index';
import { type BackendUnderTest, newId } from './backend-under-test';
import { META, type TestQueues } from './test-queues';
import { WorkerRig } from './worker-rig';

type Seen = Record<'scales' | 'slow', ChildOutcome<{ grams: number }> | undefined>;

export function describeFlows(backend: () => BackendUnderTest): void {
  describe('flows', () => {
    let rig: WorkerRig;
    let runs: string[];
    let parentSaw: Seen[];
    beforeEach(async () => {
      rig = await WorkerRig.open(backend());
      runs = [];
      parentSaw = [];
    });
    afterEach(() => rig.close());

    const newFlow = (): Flow<TestQueues> => ({
      parent: {
        queue: 'office',
        job: 'sum-up.v1',
        payload: { meta: META, title: 'both' },
        jobId: newId('sum-up-v1'),
      },
      children: [
        { queue: 'scales', job: 'weigh.v1', payload: { meta: META, kilograms: 1 }, jobId: newId('weigh-v1') },
        { queue: 'slow', job: 'weigh.v1', payload: { meta: META, kilograms: 2 }, jobId: newId('slow-v1') },
      ],
    });
    const parentState = (flow: Flow<TestQueues>) => rig.queues.jobs.jobState('office', flow.parent.jobId);
    const parentDone = (flow: Flow<TestQueues>) =>
      eventually('the parent is done', async () => (await parentState(flow)) === 'completed');

    const workParent = (before: Promise<void> = Promise.resolve()) =>
      rig.work(
        ['office'],
        [
          {
            queue: 'office',
            job: 'sum-up.v1',
            handle: async (_payload, { children }) => {
              runs.push('parent');
              const scales = await children.outcome('scales', 'weigh.v1');
              const slow = await children.outcome('slow', 'weigh.v1');
              parentSaw.push({ scales, slow });
              await before;
              return { total: (scales?.ok ? scales.result.grams : 0) + (slow?.ok ? slow.result.grams : 0) };
            },
          },
        ],
      );
    const workScales = (before: Promise<void> = Promise.resolve()) =>
      rig.work(
        ['scales'],
        [
          {
            queue: 'scales',
            job: 'weigh.v1',
            handle: async ({ kilograms }) => {
              if (kilograms > 0) runs.push('scales');
              await before;
              return { grams: kilograms * 1000 };
            },
          },
        ],
      );
    const workSlow = (fail = false) =>
      rig.work(
        ['slow'],
        [
          {
            queue: 'slow',
            job: 'weigh.v1',
            handle: ({ kilograms }) => {
              if (kilograms > 0) runs.push('slow');
              return fail
                ? Promise.reject(new PermanentFault('out of order'))
                : Promise.resolve({ grams: kilograms * 1000 });
            },
          },
        ],
      );

    it('gives the results of all children to the parent, which runs after them', async () => {
      const flow = newFlow();
      await rig.queues.flows.enqueueFlow(flow);
      expect(await parentState(flow)).toBe('waiting-children');
      await Promise.all([workParent(), workScales(), workSlow()]);
      await parentDone(flow);
      expect(parentSaw).toEqual([
        { scales: { ok: true, result: { grams: 1000 } }, slow: { ok: true, result: { grams: 2000 } } },
      ]);
      expect(runs.at(-1)).toBe('parent');
    });

    it('runs the parent when a child fails for good, and says why', async () => {
      const flow = newFlow();
      await rig.queues.flows.enqueueFlow(flow);
      await Promise.all([workParent(), workScales(), workSlow(true)]);
      await parentDone(flow);
      expect(parentSaw).toEqual([
        {
          scales: { ok: true, result: { grams: 1000 } },
          slow: { ok: false, reason: 'PermanentFault: out of order' },
        },
      ]);
    });

    it('runs a parent that is released without the child that hangs, and takes the child’s end as nobody’s', async () => {
      const flow = newFlow();
      const release = signal();
      await rig.queues.flows.enqueueFlow(flow);
      await Promise.all([workParent(), workScales(release.happened), workSlow()]);
      await eventually('one child hangs, the other is done', async () => {
        const slow = flow.children[1];
        if (!slow) throw new Error('the flow has two children');
        return (
          runs.includes('scales') && (await rig.queues.jobs.jobState('slow', slow.jobId)) === 'completed'
        );
      });
      expect(await rig.queues.flows.releaseParent('office', flow.parent.jobId)).toBe(true);
      await parentDone(flow);
      expect(parentSaw).toEqual([
        { scales: { ok: false, reason: 'the job was removed' }, slow: { ok: true, result: { grams: 2000 } } },
      ]);
      release.fire();
      await expectQuiet(flow);
      expect(await rig.queues.flows.releaseParent('office', flow.parent.jobId)).toBe(false);
      expect([...runs].sort()).toEqual(['parent', 'scales', 'slow']);
    });

    it('runs a released parent although no worker serves a child, whose job is left alone', async () => {
      const flow = newFlow();
      await rig.queues.flows.enqueueFlow(flow);
      await workParent();
      expect(await rig.queues.flows.releaseParent('office', newId('sum-up-v1'))).toBe(false);
      expect(await rig.queues.flows.releaseParent('office', flow.parent.jobId)).toBe(true);
      await parentDone(flow);
      expect(parentSaw.map(({ scales, slow }) => [scales?.ok, slow?.ok])).toEqual([[false, false]]);
      await Promise.all([workScales(), workSlow()]);
      await eventually('the children are done', () => runs.length === 3);
    });

    it('knows no outcome of a child that the flow does not have, and runs a parent without children', async () => {
      const flow = newFlow();
      const lonely = { ...flow, children: flow.children.slice(0, 1) };
      await rig.queues.flows.enqueueFlow(lonely);
      await Promise.all([workParent(), workScales()]);
      await parentDone(lonely);
      const childless = { ...newFlow(), children: [] };
      await rig.queues.flows.enqueueFlow(childless);
      await parentDone(childless);
      expect(parentSaw.map(({ scales, slow }) => [scales?.ok, slow?.ok])).toEqual([
        [true, undefined],
        [undefined, undefined],
      ]);
    });

    it('is not changed by adding it again while the children wait', async () => {
      const flow = newFlow();
      await Promise.all([rig.queues.flows.enqueueFlow(flow), rig.queues.flows.enqueueFlow(flow)]);
      await rig.queues.flows.enqueueFlow(flow);
      await Promise.all([workParent(), workScales(), workSlow()]);
      await parentDone(flow);
      expect([...runs].sort()).toEqual(['parent', 'scales', 'slow']);
    });

    it('is not changed by adding it again while a child runs and another is done', async () => {
      const flow = newFlow();
      const release = signal();
      await rig.queues.flows.enqueueFlow(flow);
      await Promise.all([workParent(), workScales(release.happened), workSlow()]);
      await eventually('both children started', () => runs.includes('scales') && runs.includes('slow'));
      await rig.queues.flows.enqueueFlow(flow);
      expect(await parentState(flow)).toBe('waiting-children');
      release.fire();
      await parentDone(flow);
      await rig.queues.flows.enqueueFlow(flow);
      await expectQuiet(flow);
      expect([...runs].sort()).toEqual(['parent', 'scales', 'slow']);
      expect(parentSaw).toHaveLength(1);
    });

    it('is not changed by adding it again while the parent runs, nor after a child failed', async () => {
      const flow = newFlow();
      const release = signal();
      await rig.queues.flows.enqueueFlow(flow);
      await Promise.all([workParent(release.happened), workScales(), workSlow(true)]);
      await eventually('the parent started', () => runs.includes('parent'));
      await rig.queues.flows.enqueueFlow(flow);
      release.fire();
      await parentDone(flow);
      await rig.queues.flows.enqueueFlow(flow);
      await expectQuiet(flow);
      expect([...runs].sort()).toEqual(['parent', 'scales', 'slow']);
    });

    it('accepts parents and children that were added one by one before', async () => {
      const flow = newFlow();
      const [scales] = flow.children;
      if (!scales) throw new Error('the flow has children');
      await workScales();
      await rig.queues.jobs.enqueue(
        'scales',
        'weigh.v1',
        { meta: META, kilograms: 1 },
        { jobId: scales.jobId },
      );
      await eventually(
        'the child is done',
        async () => (await rig.queues.jobs.jobState('scales', scales.jobId)) === 'completed',
      );
      await rig.queues.flows.enqueueFlow(flow);
      await Promise.all([workParent(), workSlow()]);
      await parentDone(flow);
      expect(parentSaw[0]?.scales).toEqual({ ok: true, result: { grams: 1000 } });
      expect([...runs].sort()).toEqual(['parent', 'scales', 'slow']);
    });

    it('sends nothing of a flow in which one payload is wrong', async () => {
      const flow = newFlow();
      const wrong = {
        ...flow,
        parent: { ...flow.parent, payload: { meta: META } },
      } as unknown as Flow<TestQueues>;
      await expect(rig.queues.flows.enqueueFlow(wrong)).rejects.toThrow(
        'office/sum-up.v1: title: invalid_type',
      );
      expect(await parentState(flow)).toBe('missing');
      for (const child of flow.children) {
        expect(await rig.queues.jobs.jobState(child.queue, child.jobId)).toBe('missing');
      }
    });

    /** Whatever a repeated flow might have started has run once a job that was sent after it is done. */
    async function expectQuiet(flow: Flow<TestQueues>): Promise<void> {
      for (const queue of ['scales', 'slow'] as const) {
        const marker = newId('marker');
        await rig.queues.jobs.enqueue(queue, 'weigh.v1', { meta: META, kilograms: 0 }, { jobId: marker });
        await eventually('the marker ended', async () =>
          ['completed', 'failed'].includes(await rig.queues.jobs.jobState(queue, marker)),
        );
      }
      expect(await parentState(flow)).toBe('completed');
    }
  });
}
