import { asksOutside } from './outside';

describe('questions that passages hardly ever answer', () => {
  it.each([
    ['What does a course of apixaban cost?', 'en'],
    ['Can the family sue after a missed stroke?', 'en'],
    ['Where do the trocars go in appendicectomy?', 'en'],
    ['Kitten with diarrhoea: which antibiotic?', 'en'],
    ['Who first described the disease, and in what year?', 'en'],
    ['On which chromosome does the gene lie?', 'en'],
    ['What is the half-life of warfarin?', 'en'],
    ['Who manufactures the inhaler?', 'en'],
    ['How do I write the rota for a stroke ward?', 'en'],
    ['Which sample size does my thesis need?', 'en'],
    ['这个病最早由谁描述？', 'zh'],
    ['基因在第几号染色体上？', 'zh'],
    ['华法林的半衰期是多少？', 'zh'],
    ['哪个牌子的吸入器好？', 'zh'],
    ['病假工资怎么算？', 'zh'],
    ['论文的样本量要多少？', 'zh'],
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
    ['When was he last well?', 'en'],
    ['哪些表现最早出现？', 'zh'],
  ] as const)('are not: %s', (question, language) => {
    expect(asksOutside(question, language)).toBeUndefined();
  });
});
