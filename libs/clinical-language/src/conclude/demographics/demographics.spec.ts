import { patientOf } from '../../../test/patient-of';
import { STATEMENTS } from '../../recognise/person-lexicon';

describe('the statements of the lexicon about the patient', () => {
  it.each(STATEMENTS.map(({ example, reads }) => [example, reads]))('%s → %s', (example, reads) => {
    expect(patientOf(example)).toBe(reads);
  });
});

describe('readDemographics', () => {
  it.each([
    ['Past history: pregnant twice', '- female'],
    ['Family history: a brother of 50 years of age', '-'],
    ['Cough for 3 days, temperature 38 F', '-'],
    ['28/40, two previous caesareans, painless bleeding', '- female pregnant'],
    ['She is 12 weeks pregnant. Her first child was delivered by forceps.', '- female pregnant'],
    ['gravida 4 para 2, currently 20 weeks, dysuria', '- female pregnant'],
    ['Delivered her last baby in 2019 and is now thirty weeks gone', '- female pregnant'],
    ['A 30-year-old gave birth six days ago and is feverish', '30 a female not-pregnant'],
    ['孕31周，剖宫产一次，阴道流血半天', '- female pregnant'],
    ['孕妇，28岁，第一胎足月顺产，本次孕26周', '28 a female pregnant'],
    ['剖宫产术后六天，切口红肿', '- female not-pregnant'],
  ])('%s → %s', (text, expected) => {
    expect(patientOf(text)).toBe(expected);
  });
});
