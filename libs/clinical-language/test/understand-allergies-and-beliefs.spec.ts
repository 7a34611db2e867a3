import { summary } from './summary';
import { VOCABULARY } from './vocabulary.fixture';
import { compileVocabulary } from '../src/vocabulary/compile';
import { understandText } from '../src/read-case';

const vocabulary = compileVocabulary(VOCABULARY);
const read = (text: string): string[] => summary(understandText(text, undefined, vocabulary));

describe('allergies', () => {
  it.each([
    ['He is allergic to penicillin.', ['known-allergy+']],
    ['She is allergic to aspirin, penicillin and wasp stings, and has a rash.', ['known-allergy+', 'rash+']],
    ['Allergic to aspirin and takes warfarin.', ['anticoagulant-use+', 'known-allergy+']],
    ['Aspirin allergy. Cough.', ['cough+', 'known-allergy+']],
    ['He ate strawberries, to which he is allergic, and has a rash.', ['known-allergy+', 'rash+']],
    ['Not allergic to penicillin.', ['known-allergy-']],
    ['No known allergies, on warfarin.', ['anticoagulant-use+', 'known-allergy-']],
    ['Her sister is allergic to penicillin.', []],
    ['对青霉素、阿司匹林过敏，咳嗽。', ['cough+', 'known-allergy+']],
    ['对花粉过敏，否认青霉素过敏。', ['known-allergy+']],
    ['阿司匹林过敏。', ['known-allergy+']],
    ['否认药物过敏，口服华法林。', ['anticoagulant-use+', 'known-allergy-']],
  ])('are told with their allergen: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['Allergies: penicillin (rash). She has had a cough.', ['cough+', 'known-allergy+']],
    ['Allergies: none known. Cough.', ['cough+', 'known-allergy-']],
    ['Allergies: unknown', []],
    ['Allergies:\nPenicillin - rash\nAspirin', ['known-allergy+']],
    ['过敏史：青霉素。咳嗽。', ['cough+', 'known-allergy+']],
    ['过敏史：无。咳嗽。', ['cough+', 'known-allergy-']],
    ['过敏史：不详。', []],
  ])('are told below their heading: %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what a patient believes', () => {
  it.each([
    ['He firmly believes that the neighbours poison him.', ['delusions+']],
    ['She is convinced that people are following her and has a cough.', ['cough+', 'delusions+']],
    ['He believes that his chest is infested with a rash.', ['delusions+']],
    ['患者坚信邻居在饭里下毒，伴头痛。', ['delusions+', 'headache+']],
    ['总觉得同事在背后议论她。', ['delusions+']],
    ['Her father is convinced that the neighbours poison him.', []],
  ])('may be a delusion, and what is believed is none of the facts: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['She thinks she has asthma; she has a cough.', ['cough+']],
    ['He is convinced that he has diabetes, but all tests are normal.', []],
    ['She fears that she has asthma.', []],
    ['怀疑自己得了糖尿病。', []],
    ['坚信自己得了哮喘，反复就诊。', ['illness-course=relapsing']],
  ])('is no diagnosis: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['She believes that the headache comes from her work.', ['headache+']],
    ['He is convinced that the rash has spread.', ['illness-course=progressive', 'rash?']],
    ['His wife believes that he has a cough.', ['cough?']],
    ['We believe that she has a rash.', ['rash+']],
    ['她认为头痛是熬夜引起的。', ['headache+']],
    ['The tablets poisoned her liver, she thinks.', []],
  ])('may be a plain account of the complaint: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['She believes she is pregnant.', null],
    ['怀疑自己怀孕。', null],
    ['She is pregnant.', true],
  ])('is no pregnancy: %s', (text, pregnant) => {
    expect(understandText(`A woman. ${text}`, undefined, vocabulary).patient.pregnant).toBe(pregnant);
  });
});

describe('possessors', () => {
  it.each([
    ["Her mother's potassium is 6.8 mmol/L.", []],
    ["His wife's cough has gone.", []],
    ["Her father's migraine is severe; she has a cough.", ['cough+', 'family-history-of-migraine+']],
    ["She cares for her husband's cough and has headache.", ['headache+']],
    ["She slept at her mother's house and has had a cough.", ['cough+']],
    ["Since her mother's death she has had headache.", ['headache+']],
    ["The patient's potassium is 6.8 mmol/L.", ['potassium=6.8 mmol/L']],
    ["The boy's rash is worse.", ['rash+']],
    ['其父的偏头痛很重。', ['family-history-of-migraine+']],
  ])('say whose it is: %s', (text, expected) => {
    expect(read(text).filter((line) => !line.startsWith('illness-'))).toEqual(expected);
  });
});
