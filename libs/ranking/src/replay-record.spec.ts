import { ReplayableRecord } from '@openrounds/contracts';
import { ENGINE_VERSION } from '@openrounds/ddx-engine';
import { codedCases, facts, runOptions, tinyBundleWithScore, versions } from '@openrounds/testing';
import { answerRun } from './answer-run';
import { engineOf } from './engine';
import { replayRecord } from './replay-record';

const engine = engineOf(tinyBundleWithScore(), 'emergency');
const run = {
  versions: versions.build({ engine: ENGINE_VERSION }),
  options: runOptions.build(),
  facts: facts.build({ observed: [{ findingId: 'unilateral-leg-swelling', presence: 'present' }] }),
  codedCase: codedCases.build(),
};

/** A record as it comes out of the log. */
function recorded(): ReplayableRecord {
  const outcome = answerRun(engine, run);
  if (!outcome.ok) throw new Error(outcome.rejection.code);
  const { codedCase, ...rest } = run;
  const record = { format: 'openrounds.explanation.v1', ...rest, case: codedCase, answer: outcome.value };
  return ReplayableRecord.parse(JSON.parse(JSON.stringify(record)));
}

const replay = (record: ReplayableRecord) => {
  const outcome = replayRecord(engine, record);
  if (!outcome.ok) throw new Error(outcome.rejection.code);
  return outcome.value;
};

describe('replayRecord', () => {
  it('gives the same answer to the last byte, scores and intervals with it', () => {
    const record = recorded();
    expect(JSON.stringify(record.answer)).toContain('"scores"');
    expect(replay(record)).toEqual({
      identical: true,
      differences: [],
      truncated: false,
      engine: { recorded: ENGINE_VERSION, now: ENGINE_VERSION },
      knowledge: record.versions.knowledge,
    });
  });

  it('gives it whatever else a record holds: who asked, what was corrected, which passages and exchanges', () => {
    const { case: codedCase, ...rest } = recorded();
    const corrections = [{ action: 'reject', findingId: 'fever', version: 2 }];
    const fuller = ReplayableRecord.parse({
      ...rest,
      case: { ...codedCase, corrections },
      askedBy: 'a'.repeat(64),
      guidelines: [{ passageId: 'p', score: 1, forDiseases: [], sha256: 'b'.repeat(64) }],
      llm: { used: true, model: 'm', exchanges: [] },
    });
    expect(fuller.case.corrections).toEqual(corrections);
    expect(replay(fuller)).toMatchObject({ identical: true, differences: [] });
  });

  it('finds a probability that was moved by its last bit', () => {
    const record = recorded();
    const [first] = record.answer['differential'] as { probability: number }[];
    if (first === undefined) throw new Error('nothing was ranked');
    const was = first.probability;
    first.probability = was + Number.EPSILON;
    const { identical, differences } = replay(record);
    expect({ identical, differences }).toEqual({
      identical: false,
      differences: [
        {
          pointer: '/answer/differential/0/probability',
          recorded: String(was + Number.EPSILON),
          now: String(was),
        },
      ],
    });
  });

  it('raises what an earlier list raised, in the record as before', () => {
    const raised = ['pulmonary-embolism'];
    const outcome = answerRun(engine, { ...run, facts: facts.build({ observed: [] }), raised });
    if (!outcome.ok) throw new Error(outcome.rejection.code);
    expect(outcome.value.mustNotMiss.map(({ diseaseId }) => diseaseId)).toEqual(
      expect.arrayContaining(raised),
    );
    const revision = { of: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10', raised, merged: [] };
    const answer = JSON.parse(JSON.stringify(outcome.value)) as ReplayableRecord['answer'];
    const record = { ...recorded(), facts: facts.build({ observed: [] }), answer };
    expect(replay({ ...record, revision })).toMatchObject({ identical: true });
  });

  it('finds facts that are not those of the answer', () => {
    const record = recorded();
    const other = { ...record, facts: facts.build({ observed: [] }) };
    expect(replay(other)).toMatchObject({ identical: false });
  });

  it('lists fifty differences and says that there are more', () => {
    const { differences, truncated } = replay({
      ...recorded(),
      answer: Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`field-${String(at)}`, at])),
    });
    expect(differences).toHaveLength(50);
    expect(truncated).toBe(true);
  });

  it('says where the record names another engine', () => {
    const record = recorded();
    const older = { ...record, versions: { ...record.versions, engine: '0.9.0' } };
    expect(replay(older)).toMatchObject({
      engine: { recorded: '0.9.0', now: ENGINE_VERSION },
      reason: 'engine-version',
    });
  });

  it('tells what the engine does not know', () => {
    const record = recorded();
    const unknown = facts.build({ observed: [{ findingId: 'no-such-finding', presence: 'present' }] });
    expect(replayRecord(engine, { ...record, facts: unknown })).toMatchObject({ ok: false });
  });
});
