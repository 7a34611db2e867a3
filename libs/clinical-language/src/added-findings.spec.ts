import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from '../test/vocabulary.fixture';
import { addedFindings } from './added-findings';

const vocabulary = compiledOnce(VOCABULARY);
const NOBODY = { age: null, sex: 'unknown' } as const;
const added = (spoken: string, ...told: string[]) => addedFindings(spoken, told, NOBODY, vocabulary);

describe('what a voice adds to what it was told', () => {
  it.each([
    ['other words', 'I have been coughing.', ['A 60-year-old man with a cough. No fever.']],
    ['what was denied', 'No, I have not had a fever.', ['A 60-year-old man with a cough. No fever.']],
    ['a kind of it is told', 'It hurts in my chest.', ['Sudden pleuritic chest pain.']],
    ['Chinese', '我没有发热，就是咳嗽。', ['男，60岁。咳嗽3天，无发热。']],
    ['nothing clinical', 'I see. Do you need anything else, doctor?', ['Cough.']],
  ])('is nothing: %s', (_, spoken, told) => {
    expect(added(spoken, ...told)).toEqual([]);
  });

  it.each([
    ['another finding', 'I cough up blood.', ['Cough. No fever.'], 'haemoptysis'],
    ['the contrary', 'Yes, I have a fever.', ['Cough. No fever.'], 'body-temperature'],
    ['another course', '我一直咳嗽。', ['男，60岁。咳嗽3天，无发热。'], 'illness-course'],
    ['Chinese', '我还咯血。', ['咳嗽3天，无发热。'], 'haemoptysis'],
  ])('is named: %s', (_, spoken, told, finding) => {
    expect(added(spoken, ...told)).toContain(finding);
  });
});
