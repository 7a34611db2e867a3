import { DomainError, SEAL_PLACES, type CodedReadFinding, type ReadingQuote } from '@openrounds/contracts';
import { codedAnswers, TestClock, testSealer, understandings } from '@openrounds/testing';
import { GatewayRows } from '../../test/doubles/gateway-rows';
import { MemoryRuns } from '../../test/doubles/memory-runs';
import { answering } from '../../test/fixtures/doubles';
import { at, newRuns } from '../../test/fixtures/stores';
import { type Services } from '../ports/services';
import { ReviseRun } from './revise-run';

const TENANT = 'school';
const META = { tenantId: TENANT, requestId: 'request-1' };
const sealer = testSealer();
const SEALED = sealer.seal(null, SEAL_PLACES.shownCase(TENANT, 'case', 2));
const adds: CodedReadFinding = {
  verdict: 'adds',
  findingId: 'dyspnoea',
  presence: 'present',
  certainty: 0.8,
};
const doubted: CodedReadFinding = { verdict: 'adds', findingId: 'gait', state: 'slow', certainty: 0.7 };
const contradicts: CodedReadFinding = { ...adds, verdict: 'contradicts', findingId: 'fever' };
const agrees: CodedReadFinding = { ...adds, verdict: 'agrees', findingId: 'cough' };
const QUOTES: ReadingQuote[] = [
  { findingId: 'dyspnoea', stage: null, start: 3, end: 9, quote: 'puffs…' },
  { findingId: 'gait', stage: 0, start: 1, end: 4, quote: 'slow' },
];
const DANGER = {
  diseaseId: 'pulmonary-embolism',
  probability: 0.1,
  threshold: 0.02,
  harm: 5,
  reason: { code: 'above-threshold', params: {} },
  redFlag: false,
  wouldExclude: [],
};

/** A run that has ended with this reading, in an institution that merges. */
async function world(findings: readonly CodedReadFinding[], services?: Services) {
  const rows = new GatewayRows();
  const runs = new MemoryRuns(rows, sealer);
  const run = newRuns.build({ mayBeRead: true, mayBeMerged: true });
  await runs.accept(run, undefined);
  const reading = {
    coded: { used: true, model: 'm', promptVersion: '1', findings: [...findings], dropped: {} },
    quotes: sealer.seal(QUOTES, SEAL_PLACES.readingQuotes(TENANT, run.id)),
  };
  const answer = codedAnswers.build({
    mustNotMiss: [DANGER, { ...DANGER, diseaseId: 'aortic-dissection', excludedBy: ['scan'] }],
  });
  const understood = sealer.seal(understandings.build(), SEAL_PLACES.runUnderstood(TENANT, run.id));
  await runs.recordSections(
    TENANT,
    run.id,
    [
      { type: 'understood', caseVersion: 1, sealed: understood },
      { type: 'differential', answer },
    ],
    at(1),
  );
  const logEntry = { index: 0, leafHash: 'f'.repeat(64) };
  const ending = { guidelines: [], llm: { used: false, model: null }, reading, degraded: [], logEntry };
  await runs.complete(TENANT, run.id, ending, at(2));
  const asked: unknown[] = [];
  const made = answering({
    'create-case-version.v1': (payload) => {
      asked.push(payload);
      return { caseId: payload.caseId, version: 2, sealed: SEALED };
    },
  });
  const revise = new ReviseRun(runs, services ?? made, new TestClock());
  const again = () => revise.execute(META, run.id);
  const sent = () => rows.messages.filter(({ job }) => job === 'revise-run.v1');
  return { runs, run, asked, again, sent, execute: again };
}

/** Services that refuse, with this error each time. */
const refusing = (error: Error): Services => ({ ask: () => Promise.reject(error) });

describe('the revision of a run', () => {
  it('ranks a version of the case with what was added, never with what contradicts', async () => {
    const { runs, run, asked, execute, sent } = await world([adds, contradicts, agrees, doubted]);
    expect(sent()).toMatchObject([{ queue: 'gateway', jobId: `${run.id}-revise-run-v1-0` }]);
    const id = await execute();
    const proposedBy = 'language-model';
    expect(asked).toMatchObject([
      {
        caseId: run.caseId,
        version: 1,
        knowledge: run.versions.knowledge,
        corrections: [
          {
            action: 'set',
            findingId: 'dyspnoea',
            presence: 'present',
            certainty: 0.8,
            span: { start: 3, end: 9 },
            proposedBy,
          },
          { action: 'set', findingId: 'gait', value: { code: 'slow' }, certainty: 0.7, proposedBy },
        ],
      },
    ]);
    expect(await runs.find(TENANT, run.id)).toMatchObject({ status: 'completed', revisedBy: id });
    expect(await runs.find(TENANT, id ?? '')).toMatchObject({
      status: 'queued',
      caseId: run.caseId,
      caseVersion: 2,
      versions: run.versions,
      mayBeRead: false,
      mayBeMerged: false,
      // What the first list had excluded already is not raised.
      revision: { of: run.id, raised: ['pulmonary-embolism'], merged: ['dyspnoea', 'gait'] },
    });
  });

  it('is one, however often it is asked for', async () => {
    const { runs, asked, execute, again } = await world([adds]);
    const id = await execute();
    expect(await again()).toBeUndefined();
    expect(runs.kept.map((run) => run.id)).toHaveLength(2);
    expect(asked).toHaveLength(1);
    expect(id).toBeDefined();
  });

  it('is one, where it stopped between the version and the run', async () => {
    const { runs, run, asked, execute, again } = await world([adds]);
    const revise = jest.spyOn(runs, 'revise').mockRejectedValueOnce(new Error('killed'));
    await expect(execute()).rejects.toThrow('killed');
    expect(await runs.find(TENANT, run.id)).toMatchObject({ revisedBy: null });
    expect(await again()).toBeDefined();
    expect(runs.kept).toHaveLength(2);
    // The same change both times: case-intake makes one version of it.
    expect(asked[0]).toEqual(asked[1]);
    revise.mockRestore();
  });

  it.each(['stale-version', 'case-erased', 'not-found'] as const)(
    'is none where case-intake says %s',
    async (code) => {
      const { runs, execute } = await world([adds], refusing(new DomainError(code)));
      expect(await execute()).toBeUndefined();
      expect(runs.kept).toHaveLength(1);
    },
  );

  it('leaves out what cannot be applied, and is none where nothing is left', async () => {
    const issue = { pointer: '/corrections/0/findingId', code: 'no', message: 'not in this patient' };
    const refused = new DomainError('invalid-request', 'cannot be applied', [issue]);
    const { execute } = await world([adds, doubted], refusing(refused));
    expect(await execute()).toBeUndefined();
  });

  it('is tried again where case-intake is away', async () => {
    const away = new DomainError('dependency-unavailable');
    const { execute } = await world([adds], refusing(away));
    await expect(execute()).rejects.toThrow(away);
  });

  it('is not asked for where nothing was added', async () => {
    const { sent } = await world([contradicts, agrees]);
    expect(sent()).toEqual([]);
  });
});
