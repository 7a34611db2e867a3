import { compiledOnce } from '@openrounds/testing';
import { summary } from './summary';
import { VOCABULARY } from './vocabulary.fixture';
import { understandText } from '../src/read-case';

const vocabulary = compiledOnce(VOCABULARY);
const read = (text: string): string[] =>
  summary(understandText(text, undefined, vocabulary)).filter(
    (line) => !line.startsWith('illness-') && line !== 'pain+',
  );

describe('how far a denial reaches', () => {
  it.each([
    ["Can't lie down, cough, vomiting.", ['cough+', 'vomiting+']],
    ["Doesn't have a cough, headache, vomiting.", ['cough-', 'headache-', 'vomiting-']],
    ['No cough, leg swollen.', ['cough-', 'unilateral-leg-swelling+']],
    ['Not pale, jaundiced, feverish.', ['body-temperature=normal', 'pallor-']],
    ['Not pale, coughing, headache.', ['cough+', 'headache+', 'pallor-']],
    ['No cough, headache or vomiting.', ['cough-', 'headache-', 'vomiting-']],
    ['Denies cough, headache, vomiting.', ['cough-', 'headache-', 'vomiting-']],
    ['无痛性下肢肿胀，咳嗽。', ['cough+', 'unilateral-leg-swelling+']],
    ['无下肢肿胀，咳嗽。', ['cough+', 'unilateral-leg-swelling-']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('adjectives and their own nouns', () => {
  it.each([
    ['Swollen lips, leg normal.', []],
    ['Swollen, tender leg.', ['unilateral-leg-swelling+']],
    ['Leg swollen and tender.', ['unilateral-leg-swelling+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
