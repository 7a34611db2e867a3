import { readLocation, withRun } from './location';

describe('readLocation', () => {
  it('finds the run and the start-up code', () => {
    expect(readLocation('http://127.0.0.1:3000/?run=42#code=AB-12')).toEqual({
      runId: '42',
      startCode: 'AB-12',
    });
    expect(readLocation('http://127.0.0.1:3000/?run=#code=')).toEqual({ runId: null, startCode: null });
  });
});

describe('withRun', () => {
  it('sets and removes the run and drops the code', () => {
    expect(withRun('http://127.0.0.1:3000/#code=AB-12', '42')).toBe('/?run=42');
    expect(withRun('http://127.0.0.1:3000/?run=42&x=1', null)).toBe('/?x=1');
  });
});
