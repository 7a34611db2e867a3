import { BundleError } from '@openrounds/knowledge';
import { answerWithKnowledge } from '@openrounds/run-flow';
import { codedCases, facts, runOptions, versions } from '@openrounds/testing';
import { ReplayRun } from './replay-run';

const KNOWLEDGE = 'a'.repeat(64);
const record = {
  format: 'openrounds.explanation.v1',
  versions: versions.build({ knowledge: KNOWLEDGE }),
  options: runOptions.build(),
  case: codedCases.build(),
  facts: facts.build(),
  answer: {},
};

describe('ReplayRun', () => {
  const asked: unknown[] = [];
  const replay = new ReplayRun({
    of: (hash, setting) => {
      asked.push([hash, setting]);
      return Promise.reject(new BundleError('bundle-unknown', `there is no knowledge bundle ${hash}`));
    },
  });

  it("asks for the record's own knowledge, and names it where it is gone", async () => {
    await expect(answerWithKnowledge(() => replay.execute(record))).rejects.toMatchObject({
      code: 'knowledge-unavailable',
      message: `there is no knowledge bundle ${KNOWLEDGE}`,
    });
    expect(asked).toEqual([[KNOWLEDGE, record.facts.setting]]);
  });

  it.each([null, {}, { ...record, format: 'openrounds.room.v1' }, { ...record, facts: [] }])(
    'refuses what is no record of a run (%#)',
    async (value) => {
      await expect(replay.execute(value)).rejects.toMatchObject({ code: 'case-not-understood' });
    },
  );
});
