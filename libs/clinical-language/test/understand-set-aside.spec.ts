import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from './vocabulary.fixture';
import { understandText } from '../src/read-case';

const COMPILED = compiledOnce(VOCABULARY);
const understand = (text: string) => understandText(text, undefined, COMPILED);

describe('words that were read and do not count', () => {
  it.each([
    ['Return at once if chest pain occurs.', 'chest pain', 'conditional'],
    ['若出现胸痛请立即复诊。', '胸痛', 'conditional'],
    ['CT is booked to look for pulmonary embolism.', 'pulmonary embolism', 'planned'],
    ['She is worried that it is pulmonary embolism.', 'pulmonary embolism', 'belief'],
    ['Her neighbour has chest pain.', 'chest pain', 'other-person'],
    ['邻居有胸痛。', '胸痛', 'other-person'],
    ['He has chest pain. The chest pain is worse today.', 'chest pain', 'repeated'],
  ])('%s: %s is %s', (text, quote, reason) => {
    expect(understand(text).setAside).toContainEqual(expect.objectContaining({ quote, reason }));
  });

  it('are no findings and are not unmatched', () => {
    const { findings, unmatched } = understand('Her neighbour has chest pain.');
    expect([...findings, ...unmatched]).toEqual([]);
  });

  it('are also those that nobody knows, where nothing counts', () => {
    const { unmatched, setAside } = understand('If her elbows turn purple, call us.');
    expect(unmatched).toEqual([]);
    expect(setAside).toContainEqual(expect.objectContaining({ reason: 'conditional' }));
  });
});

describe('words beside what was understood', () => {
  it.each([
    ['He has chest pain and a purple elbow with a cough', ['purple elbow']],
    ['purple elbow cough purple knee', ['purple elbow', 'purple knee']],
    ['胸痛紫色肘部', ['紫色肘部']],
  ])('are listed as unmatched: %s', (text, expected) => {
    expect(understand(text).unmatched.map(({ quote }) => quote)).toEqual(expected);
  });
});
