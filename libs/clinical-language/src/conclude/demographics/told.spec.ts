import { cluesOfAges } from './age-clues';
import { toldIn } from './learn-demographics';

const agesIn = (text: string): string[] =>
  toldIn(text).ages.map(({ one: { age, by } }) => `${String(age.value)} ${age.unit} ${by}`);

describe('toldOfPatient', () => {
  it('finds every number that may be an age, each as all that it may be', () => {
    expect(agesIn('Seen on day 2. 24M, two and a half years after a fall')).toEqual([
      '2 a bare',
      '24 mo unit',
      '24 a bare',
      '30 mo unit',
    ]);
    expect(agesIn('女，34岁，发热3天')).toEqual(['34 a sure', '3 d unit']);
  });

  it('finds ages that words tell', () => {
    expect(agesIn('This septuagenarian has a cough.')).toEqual(['70 a words']);
    expect(agesIn('He is going on 7.')).toEqual(['7 a bare', '6 a words']);
  });

  it('takes no number of the family for one', () => {
    expect(agesIn('Family history: a brother of 50 years of age')).toEqual([]);
  });

  it('leaves what is said within a longer statement', () => {
    const says = toldIn('She has never been pregnant.').sentences.flatMap(({ statements }) =>
      statements.map(({ row }) => row.says),
    );
    expect(says).not.toContain('pregnancy');
  });

  it('looks at a hundred ages, however many numbers there are', () => {
    const told = toldIn('7 '.repeat(5_000));
    expect(cluesOfAges(told)).toHaveLength(100);
  });
});
