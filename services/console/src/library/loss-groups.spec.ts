import { lossGroups } from './loss-groups';

it('tells each loss once, with the questions that have it', () => {
  const loss = (code: 'unit' | 'licence', title: string) => ({
    code,
    title,
    questionId: title,
    leftOut: false,
    message: `no ${code}`,
  });
  expect(lossGroups([loss('unit', 'a'), loss('licence', 'a'), loss('unit', 'b')])).toEqual([
    { code: 'unit', message: 'no unit', titles: ['a', 'b'] },
    { code: 'licence', message: 'no licence', titles: ['a'] },
  ]);
});
