import { deidentify } from './deidentify';

describe('the age by two dates', () => {
  it.each([
    [
      'Born on 4 March 1950 and seen here on 10 March 2024.',
      'Born on [date] (aged 74) and seen here on [date].',
    ],
    ['DOB: 03/04/1961. Seen 02/04/2023. Cough.', 'DOB: [date] (aged 61). Seen [date]. Cough.'],
    ['D.O.B. 1/2/58, clinic 3/4/2020.', 'D.O.B. [date] (aged 62), clinic [date].'],
    [
      'Baby girl, born 1 March 2024, seen 10 April 2024.',
      'Baby girl, born [date] (aged 5 weeks), seen [date].',
    ],
    [
      'Born on 2 March 2015 and today, 2 March 2024, feverish.',
      'Born on [date] (aged 9) and today, [date], feverish.',
    ],
    ['1957年3月12日生，2024年3月20日首诊。', '[date]（67岁）生，[date]首诊。'],
    ['出生日期：2023-01-05 就诊日期：2024-03-20', '出生日期：[date]（14个月） 就诊日期：[date]'],
  ])('%s', (text, masked) => {
    expect(deidentify(text).text).toBe(masked);
  });

  it.each([
    // no birth, no visit, a birth behind the visit that no short year explains
    ['Operated 3 March 2019, seen 4 May 2020.', 'Operated [date], seen [date].'],
    ['DOB 3 March 1958, stent 4 May 2010.', 'DOB [date], stent [date].'],
    ['2023年1月5日生病，2023年1月9日就诊。', '[date]生病，[date]就诊。'],
  ])('is not told by others: %s', (text, masked) => {
    expect(deidentify(text).text).toBe(masked);
  });

  it('tells nobody as older than 90', () => {
    expect(deidentify('DOB 3/4/1921, admitted 5/6/2022.').text).toBe(
      'DOB [date] (aged 90), admitted [date].',
    );
  });
});
