import { allOf, atMost, p99Seconds, tableOf } from './figures';

describe('the table of a rehearsal', () => {
  it('says what was measured, the limit, and whether it is kept', () => {
    expect(tableOf([allOf('kept', 9, 10), atMost('answered, p99', 0.5, 1.5, 's')])).toEqual([
      'kept           9 of 10  all  NOT MET',
      'answered, p99   0.50 s  ≤ 1.5 s  ok',
    ]);
  });

  it('does not take what was never measured for kept', () => {
    expect(atMost('tally', null, 1, 's')).toMatchObject({ measured: '–', ok: false });
    expect(p99Seconds([])).toBeNull();
  });
});
