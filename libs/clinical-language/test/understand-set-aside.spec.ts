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
    ['Chest pain or a cough, ring the ward.', 'Chest pain', 'conditional'],
    ['如果胸痛，予硝酸甘油。', '胸痛', 'conditional'],
    ['On admission he had chest pain, now the chest pain has gone.', 'chest pain', 'historical'],
    ['入院时的胸痛现已消失。', '胸痛', 'historical'],
    ['胸痛昨天下午就消了。', '胸痛', 'historical'],
    [
      'Which is most likely? A. Gout B. Asthma C. Chest pain',
      'Which is most likely? A. Gout B. Asthma C. Chest pain',
      'teaching',
    ],
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

describe('boxes of a form', () => {
  const presenceOf = (text: string): unknown[] =>
    understand(text).findings.map(({ findingId, presence }) => [findingId, presence]);

  it('are of what stands before them where a list begins with a word', () => {
    expect(presenceOf('Fever ☐ Chest pain ☑ Cough ☐')).toEqual(presenceOf('No fever. Chest pain. No cough.'));
  });

  it('are of what stands behind them where a list begins with any of them', () => {
    expect(presenceOf('✓ chest pain ✗ cough')).toEqual(presenceOf('Chest pain. No cough.'));
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
