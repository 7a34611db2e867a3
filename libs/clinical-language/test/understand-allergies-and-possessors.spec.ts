import { compiledOnce } from '@openrounds/testing';
import { summary } from './summary';
import { VOCABULARY } from './vocabulary.fixture';
import { understandText } from '../src/read-case';

const vocabulary = compiledOnce(VOCABULARY);
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
