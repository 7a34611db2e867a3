import { NameDictionary } from '../vocabulary/name-dictionary';
import { QuestionKinds } from './question-kinds';
import { shippedQuestions } from './questions';

const names = new NameDictionary([
  { id: 'stroke', kind: 'disease', name: { en: 'stroke', zh: '卒中' } },
  { id: 'appendicitis', kind: 'disease', name: { en: 'appendicitis', zh: '阑尾炎' } },
  { id: 'diarrhoea', kind: 'finding', name: { en: 'diarrhoea', zh: '腹泻' } },
]);
const kinds = new QuestionKinds(() => names, shippedQuestions);

describe('what a question asks for', () => {
  it.each([
    ['What does a course of apixaban cost?', 'en'],
    ['Can the family sue after a missed stroke?', 'en'],
    ['Where do the trocars go in appendicectomy?', 'en'],
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
  ] as const)('is outside guidance: %s', (question, language) => {
    expect(kinds.of(question, language).outside).toBeGreaterThan(0.67);
  });

  it.each([
    ['Which scan confirms a stroke?', 'en', 'diagnosis'],
    ['How long are antiplatelets given after a stroke, and when is he seen again?', 'en', 'follow-up'],
    ['Which antibiotic and how many days?', 'en', 'treatment'],
    ['被猫抓伤怎么办？', 'zh', undefined],
    ['马尾综合征的表现', 'zh', undefined],
    ['哪些表现最早出现？', 'zh', undefined],
    ['阑尾炎怎么和宫外孕鉴别，要做哪些检查？', 'zh', 'diagnosis'],
    ['阑尾炎早期有哪些表现？', 'zh', 'recognition'],
    ['出院以后多久复查一次？', 'zh', 'follow-up'],
  ] as const)('is guidance: %s', (question, language, aspect) => {
    const { outside, aspects } = kinds.of(question, language);
    expect(outside).toBeLessThan(0.5);
    const [likeliest] = Object.entries(aspects).sort(([, a], [, b]) => b - a);
    if (aspect !== undefined) expect(likeliest?.[0]).toBe(aspect);
    expect(Object.values(aspects).reduce((sum, each) => sum + each)).toBeCloseTo(1, 9);
  });
});
