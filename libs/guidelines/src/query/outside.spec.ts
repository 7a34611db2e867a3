import { asksOutside } from './outside';

describe('questions that passages hardly ever answer', () => {
  it.each([
    ['What does a course of apixaban cost?', 'en'],
    ['Can the family sue after a missed stroke?', 'en'],
    ['Where do the trocars go in appendicectomy?', 'en'],
    ['Kitten with diarrhoea: which antibiotic?', 'en'],
    ['阿哌沙班一个月多少钱？', 'zh'],
    ['漏诊卒中可以起诉吗？', 'zh'],
    ['阑尾切除的切口怎么选？', 'zh'],
    ['猫拉肚子吃什么药？', 'zh'],
  ] as const)('%s', (question, language) => {
    expect(asksOutside(question, language)?.('Give fluids. 补液。')).toBe(true);
  });

  it('may be answered by a passage that speaks of it', () => {
    expect(asksOutside('Does the law require a report?', 'en')?.('The law requires it.')).toBe(false);
  });

  it.each([
    ['A dog bit my hand. Do I need antibiotics?', 'en'],
    ['Is it a cost-effective test?', 'en'],
    ['被猫抓伤怎么办？', 'zh'],
    ['马尾综合征的表现', 'zh'],
  ] as const)('are not: %s', (question, language) => {
    expect(asksOutside(question, language)).toBeUndefined();
  });
});
