import { KeptSoftmax } from '@openrounds/classifier';
import { cluesOfAges } from './age-clues';
import { learnDemographics, toldIn } from './learn-demographics';
import { cluesOfSex } from './sex-clues';

const years = (value: number) => ({ value, unit: 'a' }) as const;
const TEXTS = [
  ['41', 'woman', 'female', '70'],
  ['52', 'man', 'male', '80'],
  ['63', 'woman', 'female', '90'],
  ['37', 'man', 'male', '75'],
].map(([age, noun, sex, mother]) => ({
  text: `A ${noun} aged ${age} has a cough. The mother died at ${mother}.`,
  patient: { age: years(Number(age)), sex: sex as 'female' | 'male', pregnant: null },
}));

const LEARNT = learnDemographics(TEXTS);

function likelihood(what: keyof typeof LEARNT, clues: ReadonlySet<number>): number {
  const parts = new Float64Array(3);
  new KeptSoftmax(LEARNT[what]).tell([...clues], parts);
  return parts[1] ?? 0;
}

describe('learnDemographics', () => {
  const told = toldIn('A woman aged 29 has a rash. The mother died at 66.');

  it('learns whose an age is', () => {
    const [own, ofMother] = cluesOfAges(told).map(({ clues }) => likelihood('age', clues));
    expect(own).toBeGreaterThan(0.7);
    expect(ofMother).toBeLessThan(0.3);
  });

  it('learns which sex is meant, of either from both', () => {
    const [age] = told.ages;
    expect(likelihood('sex', cluesOfSex('female', told, age))).toBeGreaterThan(0.6);
    expect(likelihood('sex', cluesOfSex('male', told, age))).toBeLessThan(0.4);
  });

  it('learns nothing of what is left out', () => {
    const withoutSex = TEXTS.map(({ text, patient: { age } }) => ({ text, patient: { age } }));
    const learnt = learnDemographics(withoutSex);
    expect(learnt.age).toEqual(LEARNT.age);
    expect(learnt.sex.clues).toBe('');
  });

  it('learns the same of the same texts', () => {
    expect(learnDemographics(TEXTS)).toEqual(LEARNT);
  });
});
