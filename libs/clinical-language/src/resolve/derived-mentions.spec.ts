import { compiledOnce } from '@openrounds/testing';
import { symptom } from '../../test/vocabulary.fixture';
import { type VocabularyFinding } from '../model/vocabulary';
import { understandText } from '../read-case';

const given = (id: string, kind: VocabularyFinding['kind'] = 'history'): VocabularyFinding =>
  symptom(id, `finding ${id}`, `所见${id}`, { kind });

const vocabulary = compiledOnce({
  findings: [
    symptom('illness-duration', 'Duration', '病程', {
      domain: 'categorical',
      states: ['under-24h', 'days-1-7', 'weeks-1-4', 'months-1-3', 'over-3-months'],
    }),
    given('pregnancy-under-20-weeks'),
    given('pregnancy-over-20-weeks'),
    given('prematurity', 'risk-factor'),
    symptom('obesity', 'Obesity', '肥胖', {
      kind: 'risk-factor',
      decidedBy: [
        {
          names: { en: ['BMI', 'body mass index'] },
          unit: 'kg/m2',
          from: 30,
          bare: [10, 120],
          fromAge: 18,
        },
      ],
    }),
    given('postpartum-period'),
    symptom('amenorrhoea', 'Amenorrhoea', '闭经'),
    given('recent-surgery-or-immobility', 'risk-factor'),
    given('previous-abdominal-surgery'),
    given('ace-inhibitor-use', 'exposure'),
    given('raas-blocker-or-potassium-sparing-use', 'exposure'),
    given('proton-pump-inhibitor-use', 'exposure'),
    given('new-medicine-started', 'exposure'),
    given('recent-antibiotic-use', 'exposure'),
    symptom('dysuria', 'Dysuria', '尿痛'),
    given('urinary-frequency', 'symptom'),
    given('urinary-urgency', 'symptom'),
    symptom('headache', 'Headache', '头痛'),
    symptom('thunderclap-headache', 'Thunderclap headache', '霹雳样头痛', { parent: 'headache' }),
    symptom('previous-similar-headaches', 'Recurrent headaches', '既往类似头痛', { kind: 'history' }),
    given('new-headache-over-age-50', 'symptom'),
    symptom('fall-from-standing-height-in-older-person', 'Simple fall', '老人跌倒', { kind: 'history' }),
    symptom('cough', 'Cough', '咳嗽'),
    symptom('syncope', 'Syncope', '晕厥'),
    symptom('contact-with-similar-illness', 'Similar illness in contacts', '接触类似病人', {
      kind: 'exposure',
      synonyms: { en: ['similar symptoms'] },
    }),
    symptom('contact-with-tuberculosis', 'Contact with tuberculosis', '结核接触', { kind: 'exposure' }),
  ],
  panels: [],
});

const read = (text: string): string[] =>
  understandText(text, undefined, vocabulary)
    .findings.filter(({ presence }) => presence !== undefined)
    .map(({ findingId, presence }) => `${findingId}${presence === 'present' ? '+' : '-'}`)
    .sort();

describe('weeks of pregnancy', () => {
  it.each([
    ['She is 12 weeks pregnant.', ['pregnancy-under-20-weeks+']],
    ['A pregnant woman at 30 weeks.', ['pregnancy-over-20-weeks+']],
    ['G2P1 at 34 weeks.', ['pregnancy-over-20-weeks+']],
    ["At 19 weeks' gestation.", ['pregnancy-under-20-weeks+']],
    ['At 20 weeks of gestation.', ['pregnancy-over-20-weeks+']],
    ['At 28+3 weeks.', ['pregnancy-over-20-weeks+']],
    ['She is 32/40.', ['pregnancy-over-20-weeks+']],
    ['An estimated gestational age of 8 weeks.', ['pregnancy-under-20-weeks+']],
    ['A girl born at 29 weeks.', ['prematurity+']],
    ['A girl born at 40 weeks.', []],
    ['Headache for 12 weeks.', ['headache+']],
    ['She was seen at 6 weeks.', []],
    ['In her last pregnancy at 30 weeks.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['A woman, G2P1 at 30 weeks.', 'A woman, G1P0, at 33+2 weeks.'])('makes pregnant: %s', (text) => {
    expect(understandText(text, undefined, vocabulary).patient.pregnant).toBe(true);
  });
});

describe('the time since a birth and since the last period', () => {
  it.each([
    ['Two weeks after a spontaneous vaginal delivery.', ['postpartum-period+']],
    ['She gave birth 10 days ago.', ['postpartum-period+']],
    ['She delivered her second child 5 weeks ago.', ['postpartum-period+']],
    ['She gave birth 3 years ago.', []],
    ['A 3-day-old boy, 3 days after delivery.', []],
    ['Her last menstrual period was 3 months ago.', ['amenorrhoea+']],
    ['LMP 2 weeks ago.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('operations', () => {
  it.each([
    ['A week ago he underwent a hip replacement.', ['recent-surgery-or-immobility+']],
    ['Five days after a colon resection.', ['previous-abdominal-surgery+', 'recent-surgery-or-immobility+']],
    ['Recent thyroidectomy.', ['recent-surgery-or-immobility+']],
    ['Past medical history: cholecystectomy 3 years ago.', ['previous-abdominal-surgery+']],
    ['Knee replacement 3 years ago.', []],
    ['He is scheduled to undergo a hemicolectomy.', []],
    ['No previous laparotomy.', ['previous-abdominal-surgery-']],
    ['Treated by phlebotomy 2 days ago.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('medicines by the stem of their names', () => {
  it.each([
    ['She takes perindopril.', ['ace-inhibitor-use+', 'raas-blocker-or-potassium-sparing-use+']],
    [
      'He was switched to pantoprazole three weeks ago.',
      ['new-medicine-started+', 'proton-pump-inhibitor-use+'],
    ],
    ['He was started on pantoprazole 5 years ago.', ['proton-pump-inhibitor-use+']],
    ['She takes aripiprazole.', []],
    ['Allergic to amoxicillin.', []],
    ['Not taking pantoprazole.', ['proton-pump-inhibitor-use-']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('urinary symptoms named by their last word', () => {
  it.each([
    ['Dysuria, frequency and urgency.', ['dysuria+', 'urinary-frequency+', 'urinary-urgency+']],
    ['No dysuria, no frequency.', ['dysuria-', 'urinary-frequency-']],
    ['Headache of rising frequency.', ['headache+']],
    ['Dysuria; the frequency of headache rose.', ['dysuria+', 'headache+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('the body mass index', () => {
  it.each([
    ['BMI 34.', ['obesity+']],
    ['Body mass index of 31.5 kg/m2.', ['obesity+']],
    ['BMI 24.', ['obesity-']],
    ['A 6-year-old girl, BMI 31.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what age makes of a finding', () => {
  it.each([
    ['A 60-year-old man with headache for 2 weeks.', ['headache+', 'new-headache-over-age-50+']],
    [
      'A 60-year-old man with thunderclap headache today.',
      ['new-headache-over-age-50+', 'thunderclap-headache+'],
    ],
    ['A 30-year-old man with headache for 2 weeks.', ['headache+']],
    ['A 60-year-old man with headache for 2 years.', ['headache+']],
    ['A 60-year-old man with recurrent headaches for 2 weeks.', ['previous-similar-headaches+']],
    ['A 70-year-old woman after a simple fall.', ['fall-from-standing-height-in-older-person+']],
    ['A 7-year-old girl after a simple fall.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('the illness of somebody else', () => {
  it.each([
    ['His roommate has a cough.', ['contact-with-similar-illness+']],
    ['His brother had a cough last week.', ['contact-with-similar-illness+']],
    ['Her husband has similar symptoms.', ['contact-with-similar-illness+']],
    ['Her husband has no cough.', []],
    ['Her husband had syncope.', []],
    ['His wife was found to have tuberculosis.', ['contact-with-tuberculosis+']],
    ['Her colleague has TB.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
