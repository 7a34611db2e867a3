import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY, symptom } from './vocabulary.fixture';
import { summary } from './summary';
import { understandText } from '../src/read-case';

const TB = 'tuberculosis-pcr-or-culture-positive';
const SPLEEN = 'splenomegaly';
const GALLSTONES = 'ultrasound-gallstones';
const vocabulary = compiledOnce({
  ...VOCABULARY,
  findings: [
    ...VOCABULARY.findings,
    symptom(TB, 'Tuberculosis PCR or culture positive', '结核PCR或培养阳性', {
      kind: 'lab',
      stage: 'laboratory',
      synonyms: { en: ['MTB detected', 'TB PCR detected'], zh: ['检出结核分枝杆菌'] },
    }),
    symptom(SPLEEN, 'Enlarged spleen', '脾大', {
      kind: 'sign',
      stage: 'examination',
      synonyms: { en: ['palpable spleen', 'spleen seen below the ribs'], zh: ['脾可触及'] },
    }),
    symptom(GALLSTONES, 'Gallstones on ultrasound', '超声示胆囊结石', { kind: 'imaging', stage: 'imaging' }),
  ],
});
const read = (text: string): string[] =>
  summary(understandText(text, undefined, vocabulary)).filter((line) =>
    [TB, SPLEEN, GALLSTONES].some((id) => line.startsWith(id)),
  );

describe('a result whose own word is denied', () => {
  it.each([
    ['GeneXpert: MTB not detected.', [`${TB}-`]],
    ['MTB was not detected.', [`${TB}-`]],
    ['MTB is not detected on the smear.', [`${TB}-`]],
    ['TB PCR not detected.', [`${TB}-`]],
    ['The spleen is not palpable.', [`${SPLEEN}-`]],
    ['Spleen not palpable.', [`${SPLEEN}-`]],
    ['痰Xpert：未检出结核分枝杆菌。', [`${TB}-`]],
    ['Xpert：结核分枝杆菌未检出。', [`${TB}-`]],
  ])('is absent: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['GeneXpert: MTB detected.', [`${TB}+`]],
    ['MTB detected, rifampicin resistance not detected.', [`${TB}+`]],
    ['Rifampicin resistance not detected, MTB detected.', [`${TB}+`]],
    ['The spleen is palpable.', [`${SPLEEN}+`]],
    ['Liver not palpable, spleen palpable.', [`${SPLEEN}+`]],
    ['检出结核分枝杆菌，未检出利福平耐药。', [`${TB}+`]],
  ])('is present where only another one is denied: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a denial between what was looked for and where', () => {
  it.each([
    ['Gallstones not seen on ultrasound.', [`${GALLSTONES}-`]],
    ['Gallstones seen on ultrasound.', [`${GALLSTONES}+`]],
    ['Gallstones on ultrasound, a dilated duct not seen.', [`${GALLSTONES}+`]],
  ])('is of the whole: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
