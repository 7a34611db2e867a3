import { CaseBody } from '@openrounds/contracts';
import { teachingCase } from '../../../../test/support/sample-teaching-case';
import { roundKeyOf } from './round-key';

const BODY = CaseBody.parse({
  ...teachingCase(),
  choices: [
    [
      { testId: 'd-dimer', verdict: 'poor', why: { en: 'Raised after any operation.' } },
      { testId: 'ct-pulmonary-angiogram', verdict: 'best' },
    ],
  ],
});
const options = ['ct-pulmonary-angiogram', 'no-test-yet'].map((id) => ({ id }));

describe('the key of a round', () => {
  it('is the verdicts on the options that are offered, in their order', () => {
    const task = { task: 'next-test' as const, spec: { options, several: false } };
    expect(roundKeyOf({ task, stageNo: 1 }, BODY, undefined)).toEqual({
      kind: 'choice',
      options: [{ optionId: 'ct-pulmonary-angiogram', verdict: 'best', why: null }],
    });
    expect(roundKeyOf({ task, stageNo: 2 }, BODY, undefined)).toBeNull();
    expect(roundKeyOf({ task, stageNo: 1 }, undefined, undefined)).toBeNull();
  });

  it.each(['vote', 'next-question'] as const)('is none of a %s', (task) => {
    expect(
      roundKeyOf({ task: { task, spec: { options, several: false } }, stageNo: 1 }, BODY, undefined),
    ).toBeNull();
  });

  it('is the planted error, and nothing of when it was planted', () => {
    const task = { task: 'find-error' as const, spec: { lines: [{ id: 'l1' }, { id: 'l2' }] } };
    const planted = { lineId: 'l2', errorKind: 'wrong-sign' as const, onTheSpot: true as const };
    expect(roundKeyOf({ task, stageNo: 1 }, undefined, planted)).toEqual({
      kind: 'error',
      lineId: 'l2',
      errorKind: 'wrong-sign',
    });
    expect(roundKeyOf({ task, stageNo: 1 }, BODY, undefined)).toBeNull();
  });

  it('is none of a list: there the teacher has one for the stage', () => {
    expect(roundKeyOf({ task: { task: 'differential' }, stageNo: 1 }, BODY, undefined)).toBeNull();
  });
});
