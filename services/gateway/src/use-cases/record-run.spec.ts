import { DomainError, type Problem, type ReportedSection } from '@openrounds/contracts';
import { Metrics } from '@openrounds/platform';
import { codedAnswers, runMetas, TestClock } from '@openrounds/testing';
import { RecordRun } from './record-run';

const meta = runMetas.build();
const PROBLEM: Problem = { type: '/problems/timeout', title: 'The run took too long', status: 504 };
const ENDING = {
  guidelines: [],
  llm: { used: false, model: null },
  degraded: [],
  logEntry: { index: 0, leafHash: '' },
};

const ANSWER = codedAnswers.build();
const CARRIED = { packed: 'cGFja2Vk' };
const UNDERSTOOD = {
  type: 'understood' as const,
  caseVersion: 1,
  sealed: { v: 1 as const, keyId: 'k', wrappedKey: '', iv: '', tag: '', data: '' },
};
const ANSWERS = { read: () => Promise.resolve(ANSWER) };
const ERASED: typeof ANSWERS = { read: () => Promise.reject(new DomainError('case-erased')) };

function recordWith(outcome: 'done' | 'incomplete' | 'ignored', ended: boolean, answers = ANSWERS) {
  const written: unknown[][] = [];
  const metrics = new Metrics('gateway');
  const runs = {
    recordSections: (...given: unknown[]) => Promise.resolve(void written.push(given)),
    complete: (...given: unknown[]) => {
      written.push(given);
      return Promise.resolve(outcome);
    },
    fail: (...given: unknown[]) => {
      written.push(given);
      return Promise.resolve(ended);
    },
  };
  const counted = async () =>
    Object.fromEntries((await metrics.runs.get()).values.map(({ labels, value }) => [labels.status, value]));
  return { record: new RecordRun(runs, answers, new TestClock(), metrics), written, counted };
}

describe('RecordRun', () => {
  it.each([
    [
      { type: 'differential', answer: CARRIED },
      { type: 'differential', answer: ANSWER },
    ],
    [
      { type: 'guidelines', result: { passages: [], reason: 'no-evidence-found' } },
      { type: 'guidelines', passages: [] },
    ],
    [
      { type: 'llm', result: { used: true, model: 'm' } },
      { type: 'llm', llm: { used: true, model: 'm' } },
    ],
    [UNDERSTOOD, UNDERSTOOD],
  ] as [ReportedSection, unknown][])('writes a section for its tenant: %#', async (section, written) => {
    const world = recordWith('done', true);
    await world.record.progressed({ meta, sections: [section] });
    expect(world.written).toEqual([[meta.tenantId, meta.runId, [written], new TestClock().now()]]);
  });

  it('writes what travels together together', async () => {
    const { record, written } = recordWith('done', true);
    await record.progressed({ meta, sections: [UNDERSTOOD, { type: 'differential', answer: CARRIED }] });
    expect(written).toEqual([
      [meta.tenantId, meta.runId, [UNDERSTOOD, { type: 'differential', answer: ANSWER }], expect.any(Date)],
    ]);
  });

  it('has nothing to write of a case whose ranking was erased before it was read', async () => {
    const { record, written } = recordWith('done', true, ERASED);
    await record.progressed({ meta, sections: [{ type: 'differential', answer: CARRIED }] });
    expect(written).toEqual([]);
  });

  it('tells of a failed run what was understood', async () => {
    const { record, written } = recordWith('done', true);
    await record.failed({ meta, problem: PROBLEM, understood: UNDERSTOOD });
    expect(written.map(([, , what]) => what)).toEqual([[UNDERSTOOD], PROBLEM]);
  });

  it.each([
    ['done', { completed: 1 }],
    ['incomplete', {}],
    ['ignored', {}],
  ] as const)('tells that a completion was %s, and counts %j', async (outcome, counts) => {
    const { record, counted } = recordWith(outcome, true);
    expect(await record.completed({ meta, ...ENDING }, new TestClock().now())).toBe(outcome);
    expect(await counted()).toEqual(counts);
  });

  it.each([
    ['incomplete', 'lost'],
    ['done', 'done'],
    ['ignored', 'ignored'],
  ] as const)('waits for reports no longer than they are retried: %s is %s then', async (outcome, told) => {
    const longAgo = new Date(new TestClock().now().getTime() - 46_000);
    expect(await recordWith(outcome, true).record.completed({ meta, ...ENDING }, longAgo)).toBe(told);
  });

  it.each([
    [true, { failed: 1 }],
    [false, {}],
  ])('counts a failure only where it ended the run: %p', async (ended, counts) => {
    const { record, written, counted } = recordWith('done', ended);
    await record.failed({ meta, problem: PROBLEM });
    expect(written).toEqual([[meta.tenantId, meta.runId, PROBLEM, new TestClock().now()]]);
    expect(await counted()).toEqual(counts);
  });
});
