import { CaseBody, CreateTeachingCaseInput } from './teaching-case';

const EXAMPLE = (CreateTeachingCaseInput.meta()?.['example'] as { body: object }).body;
const drill = (lineId: string, stageNo = 2) => ({
  stageNo,
  lines: [{ id: 'a', text: { en: 'Pulmonary embolism: 90 %' } }],
  planted: { lineId, errorKind: 'base-rate' },
});
const faultsOf = (changes: object): string[] =>
  CaseBody.safeParse({ ...EXAMPLE, ...changes }).error?.issues.map(({ path }) => path.join('/')) ?? [];

describe('CaseBody', () => {
  it.each([
    ['a list with an error in one of its lines', { drill: drill('a') }, []],
    ['an error in a line that is not there', { drill: drill('b') }, ['drill/planted/lineId']],
    ['a list of a stage that is not there', { drill: drill('a', 3) }, ['drill/stageNo']],
    ['an error to find, and no list', { kind: 'find-the-error' }, ['drill']],
    ['an error to find', { kind: 'find-the-error', drill: drill('a') }, []],
    ['two diseases', { kind: 'two-diseases' }, []],
  ])('reads %s', (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });
});
