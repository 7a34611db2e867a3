import { mergeEvent } from './merge-event';
import type { Run } from './types';

const run = { id: 'r1', status: 'queued', differential: [], notice: 'For teaching only.' } as unknown as Run;

describe('mergeEvent', () => {
  it('takes over the sections of the event', () => {
    const merged = mergeEvent(run, {
      runId: 'r1',
      at: 'now',
      status: 'running',
      other: { probability: 0.1 },
      outlook: [],
    });
    expect(merged).toEqual({ ...run, status: 'running', other: { probability: 0.1 }, outlook: [] });
  });

  it('ignores another run, and fields that are no sections', () => {
    expect(mergeEvent(run, { runId: 'r2', status: 'completed' })).toBe(run);
    expect(mergeEvent(run, { runId: 'r1', notice: '', id: 'r9' })).toEqual(run);
  });
});
