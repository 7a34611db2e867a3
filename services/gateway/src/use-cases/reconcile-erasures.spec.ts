import { TestClock } from '@openrounds/testing';
import { type UnfinishedErasure } from '../ports/case-registry';
import { ReconcileErasures } from './reconcile-erasures';

const ERASURE: UnfinishedErasure = {
  tenantId: 'school',
  caseId: 'c-1',
  epoch: 2,
  missing: ['case-intake', 'ddx-ranking'],
};

function reconcileWith(underWay: readonly string[]) {
  const clock = new TestClock();
  const now = clock.now();
  const acts: unknown[] = [];
  const cases = {
    unfinishedErasures: (before: Date) => {
      acts.push(['before', (now.getTime() - before.getTime()) / 1000]);
      return Promise.resolve([ERASURE]);
    },
    eraseAgain: (erasure: UnfinishedErasure, services: readonly string[]) =>
      Promise.resolve(void acts.push(['again', erasure.caseId, services])),
  };
  const jobs = {
    isErasing: (caseId: string, service: string, epoch: number) =>
      Promise.resolve(caseId === 'c-1' && epoch === 2 && underWay.includes(service)),
  };
  return { reconcile: new ReconcileErasures(cases, jobs, clock, { silentSeconds: 20 }), acts };
}

describe('ReconcileErasures', () => {
  it('sends an erasure again to the services whose job is gone, and to no other', async () => {
    const { reconcile, acts } = reconcileWith(['ddx-ranking']);
    expect(await reconcile.execute()).toBe(1);
    expect(acts).toEqual([
      ['before', 20],
      ['again', 'c-1', ['case-intake']],
    ]);
  });

  it('leaves an erasure alone that services still have before them', async () => {
    const { reconcile, acts } = reconcileWith(['case-intake', 'ddx-ranking']);
    expect(await reconcile.execute()).toBe(0);
    expect(acts.at(-1)).toEqual(['again', 'c-1', []]);
  });
});
