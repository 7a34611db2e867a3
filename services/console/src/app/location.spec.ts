import {
  attemptAddress,
  caseAddress,
  newAssignmentAddress,
  passageAddress,
  readLocation,
  withRun,
} from './location';

describe('readLocation', () => {
  it('finds the run and the start-up code', () => {
    expect(readLocation('http://127.0.0.1:3000/?run=42#code=AB-12')).toEqual({
      page: 'case-room',
      runId: '42',
      caseId: null,
      passageId: null,
      itemId: null,
      startCode: 'AB-12',
    });
    expect(readLocation('http://127.0.0.1:3000/?run=#code=')).toMatchObject({ runId: null, startCode: null });
  });

  it('finds the page and the teaching case', () => {
    expect(readLocation('http://127.0.0.1:3000/library?problem=fever').page).toBe('library');
    expect(readLocation(`http://127.0.0.1:3000${caseAddress('7&8')}`)).toMatchObject({
      page: 'author',
      caseId: '7&8',
    });
    expect(readLocation(`http://127.0.0.1:3000${passageAddress('esc-2019')}`)).toMatchObject({
      page: 'passages',
      passageId: 'esc-2019',
    });
    expect(readLocation('http://127.0.0.1:3000/passages?q=gout')).toMatchObject({ passageId: null });
    expect(readLocation('http://127.0.0.1:3000/guidelines').page).toBe('guidelines');
    expect(readLocation(`http://127.0.0.1:3000${newAssignmentAddress('7&8')}`)).toMatchObject({
      page: 'assignments',
      itemId: 'new',
      caseId: '7&8',
    });
    expect(readLocation(`http://127.0.0.1:3000${attemptAddress('42')}`)).toMatchObject({
      page: 'attempts',
      itemId: '42',
    });
    expect(readLocation('http://127.0.0.1:3000/ehr-imports/42#iss=a')).toMatchObject({
      page: 'ehr-imports',
      itemId: '42',
    });
    expect(readLocation('http://127.0.0.1:3000/verify').page).toBe('verify');
    expect(readLocation('http://127.0.0.1:3000/toString').page).toBe('case-room');
  });
});

describe('withRun', () => {
  it('sets and removes the run and drops the code', () => {
    expect(withRun('http://127.0.0.1:3000/#code=AB-12', '42')).toBe('/?run=42');
    expect(withRun('http://127.0.0.1:3000/?run=42&x=1', null)).toBe('/?x=1');
  });
});
