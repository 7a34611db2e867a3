import { type CodedLlm, type CodedPassage } from '@openrounds/contracts';
import { TestClock } from '@openrounds/testing';
import { canonicalJson, newSalt, saltedLeaf, saltedLeafOfText } from '@openrounds/transparency-log';
import { finishedRuns } from '../../test/fixtures/log-rig';
import { MemoryLog } from '../../test/doubles/memory-log';
import { FinaliseExplanation } from './finalise-explanation';

const PASSAGES: CodedPassage[] = [{ passageId: 'p', score: 1, forDiseases: [], sha256: 'a'.repeat(64) }];
const EXCHANGE = {
  role: 'a-role',
  model: 'm',
  promptVersion: '1',
  request: 'a'.repeat(64),
  answer: 'b'.repeat(64),
};
const OPINION: CodedLlm = { used: true, model: 'm', exchanges: [EXCHANGE] };
const NOT_ASKED: CodedLlm = { used: false, model: null, reason: 'over-budget' };

/** A log in memory, into which another process may get between the look and the append. */
class RacedLog extends MemoryLog {
  private hidden = false;

  hideOnce(): void {
    this.hidden = true;
  }

  override findByRun(tenantId: string, runId: string) {
    const { hidden } = this;
    this.hidden = false;
    return hidden ? Promise.resolve(undefined) : super.findByRun(tenantId, runId);
  }
}

describe('FinaliseExplanation', () => {
  let log: RacedLog;
  let finalise: FinaliseExplanation;

  beforeEach(() => {
    log = new RacedLog();
    finalise = new FinaliseExplanation(log, new TestClock());
  });

  it.each([
    [{ llm: true, guidelines: true }, { llm: OPINION, guidelines: PASSAGES }, []],
    [{ llm: true, guidelines: true }, { llm: undefined, guidelines: PASSAGES }, ['llm']],
    [{ llm: true, guidelines: true }, { llm: NOT_ASKED, guidelines: PASSAGES }, ['llm']],
    [{ llm: true, guidelines: true }, { llm: OPINION, guidelines: undefined }, ['guidelines']],
    [{ llm: true, guidelines: true }, { llm: undefined, guidelines: undefined }, ['llm', 'guidelines']],
    [{ llm: false, guidelines: true }, { llm: undefined, guidelines: [] }, []],
    [{ llm: false, guidelines: false }, { llm: undefined, guidelines: undefined }, []],
    [{ llm: true, guidelines: false }, { llm: undefined, guidelines: undefined }, ['llm']],
  ])('expected %j, got %j → degraded %j', async (expected, children, degraded) => {
    const finished = await finalise.execute(finishedRuns.build({ expected }), children);
    expect(finished).toMatchObject({
      degraded,
      llm: children.llm ?? { used: false, model: null },
      guidelines: children.guidelines ?? [],
    });
  });

  it.each([
    ['read', { used: true }, []],
    ['had no text', { used: false }, []],
    ['was kept from the text', { used: false, blocked: 'identity' as const }, ['llm-reading']],
  ])('a reading that %s → degraded', async (_what, read, degraded) => {
    const reading = {
      ...{ model: null, promptVersion: null, findings: [], dropped: {} },
      ...(read.used && { exchanges: [EXCHANGE] }),
      ...read,
    };
    const expected = { llm: true, guidelines: true, reading: true };
    const children = { llm: OPINION, guidelines: PASSAGES, reading };
    const finished = await finalise.execute(finishedRuns.build({ expected }), children);
    expect(finished).toMatchObject({ reading, degraded });
    expect(JSON.parse(log.entries[0]?.record ?? '{}')).toMatchObject({ reading, degraded });
  });

  it('a reading that failed is missed and leaves nothing in the record', async () => {
    const expected = { llm: true, guidelines: true, reading: true };
    const children = { llm: OPINION, guidelines: PASSAGES, reading: undefined };
    const finished = await finalise.execute(finishedRuns.build({ expected }), children);
    expect(finished.degraded).toEqual(['llm-reading']);
    expect(JSON.parse(log.entries[0]?.record ?? '{}')).not.toHaveProperty('reading');
  });

  it('says of a revision which run it revises and what a language model added', async () => {
    const run = finishedRuns.build();
    const revision = { of: run.meta.runId, raised: ['pulmonary-embolism'], merged: ['dyspnoea'] };
    await finalise.execute({ ...run, meta: { ...run.meta, revision } }, { llm: OPINION, guidelines: [] });
    expect(JSON.parse(log.entries[0]?.record ?? '{}')).toMatchObject({ revision });
  });

  it('freezes everything that led to the answer, in canonical form under a salted leaf', async () => {
    const run = finishedRuns.build();
    await finalise.execute(run, { llm: OPINION, guidelines: PASSAGES });
    const [entry] = log.entries;
    if (typeof entry?.record !== 'string' || entry.salt === null) throw new Error('nothing was appended');
    const record = JSON.parse(entry.record) as Record<string, unknown>;
    expect(canonicalJson(record)).toBe(entry.record);
    expect(saltedLeaf(record, entry.salt)).toBe(entry.leafHash);
    const { meta, options, caseVersion, codedCase, facts, answer } = run;
    expect(record).toEqual({
      format: 'openrounds.explanation.v1',
      runId: meta.runId,
      caseId: meta.caseId,
      caseVersion,
      acceptedAt: meta.acceptedAt,
      versions: meta.versions,
      options,
      case: codedCase,
      facts,
      answer,
      llm: OPINION,
      guidelines: PASSAGES,
      degraded: [],
    });
  });

  it('names who asked by their pseudonym, and by nothing else', async () => {
    const run = finishedRuns.build();
    const askedBy = 'd'.repeat(64);
    const meta = { ...run.meta, userId: 'anna@school.example', askedBy };
    await finalise.execute({ ...run, meta }, { llm: OPINION, guidelines: PASSAGES });
    const record = log.entries[0]?.record ?? '';
    expect(JSON.parse(record)).toMatchObject({ askedBy });
    for (const word of ['userId', 'anna', meta.tenantId, meta.requestId]) expect(record).not.toContain(word);
  });

  it('answers with a record from before it named passages by hash, exchanges or who asked', async () => {
    const run = finishedRuns.build();
    const old = {
      guidelines: [{ passageId: 'p', score: 1, forDiseases: [] }],
      llm: { used: true, model: 'm' },
      degraded: [],
    };
    const record = canonicalJson({ format: 'openrounds.explanation.v1', runId: run.meta.runId, ...old });
    const { tenantId, runId, caseId } = run.meta;
    const salt = newSalt();
    const leafHash = saltedLeafOfText(record, salt);
    await log.append({ tenantId, runId, caseId, record, salt, leafHash, appendedAt: new Date() });
    expect(await finalise.execute(run, { llm: OPINION, guidelines: PASSAGES })).toMatchObject(old);
    expect(log.entries).toHaveLength(1);
  });

  it('is done once: what the log holds wins over what the children say later', async () => {
    const run = finishedRuns.build({ expected: { llm: true, guidelines: true } });
    const first = await finalise.execute(run, { llm: OPINION, guidelines: PASSAGES });
    expect(await finalise.execute(run, { llm: undefined, guidelines: undefined })).toEqual(first);
    expect(log.entries).toHaveLength(1);
  });

  it('answers with the entry that slipped in meanwhile', async () => {
    const run = finishedRuns.build({ expected: { llm: true } });
    await finalise.execute(run, { llm: OPINION, guidelines: PASSAGES });
    log.hideOnce();
    const finished = await finalise.execute(run, { llm: undefined, guidelines: PASSAGES });
    expect(finished).toMatchObject({ llm: OPINION, degraded: [] });
  });

  it('refuses a case that was erased, before or after it was logged', async () => {
    const run = finishedRuns.build();
    await finalise.execute(run, { llm: undefined, guidelines: PASSAGES });
    await log.erase(run.meta.tenantId, run.meta.caseId);
    const again = finalise.execute(run, { llm: undefined, guidelines: PASSAGES });
    await expect(again).rejects.toMatchObject({ code: 'case-erased' });
    const late = finishedRuns.build();
    await log.erase(late.meta.tenantId, late.meta.caseId);
    const other = finalise.execute(late, { llm: undefined, guidelines: PASSAGES });
    await expect(other).rejects.toMatchObject({ code: 'case-erased' });
  });
});
