import { type LaboratoryChange, type Language } from '@openrounds/contracts';

/** The words of `explain`, in both languages: the type says that neither may be missing. */
export interface Words {
  readonly notUnderstood: string;
  readonly setAside: string;
  readonly sufficiency: Readonly<Record<'enough' | 'little' | 'too-little', string>>;
  readonly differential: string;
  readonly remainder: (count: number) => string;
  readonly other: string;
  readonly for: string;
  readonly against: string;
  readonly mustNotMiss: string;
  readonly threshold: string;
  readonly redFlag: string;
  readonly excludedBy: string;
  readonly ask: string;
  readonly test: string;
  readonly bits: string;
  readonly between: string;
  readonly laboratory: string;
  readonly commonly: string;
  readonly significance: Readonly<Record<LaboratoryChange['significance'], string>>;
  readonly ifInTime: string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    notUnderstood: 'Not understood',
    setAside: 'Read, but not counted',
    sufficiency: {
      enough: 'Enough is known to rank the diagnoses.',
      little: 'Little is known yet: read the list with care.',
      'too-little': 'Too little is known to rank the diagnoses.',
    },
    differential: 'Differential diagnosis (! must not be missed)',
    remainder: (count) => `${String(count)} further diseases`,
    other: 'not in the knowledge base',
    for: 'for',
    against: 'against',
    mustNotMiss: 'Must not be missed',
    threshold: 'threshold',
    redFlag: 'red flag',
    excludedBy: 'excluded by',
    ask: 'Ask or examine next',
    test: 'Test next',
    bits: 'bits',
    between: '; ',
    laboratory: 'Laboratory',
    commonly: 'commonly from',
    significance: {
      significant: 'more than chance and the assay explain',
      'not-significant': 'no more than chance and the assay explain',
      unknown: 'whether that is more than chance is not known',
    },
    ifInTime: 'only if the time was that short:',
  },
  zh: {
    notUnderstood: '未能理解',
    setAside: '不计入的内容',
    sufficiency: {
      enough: '现有信息足以排序诊断。',
      little: '目前信息较少，请谨慎解读。',
      'too-little': '信息过少，不足以排序诊断。',
    },
    differential: '鉴别诊断（! 不可漏诊）',
    remainder: (count) => `其余${String(count)}种疾病`,
    other: '知识库以外的诊断',
    for: '支持',
    against: '不支持',
    mustNotMiss: '不可漏诊',
    threshold: '警戒阈值',
    redFlag: '警示征象',
    excludedBy: '已排除，依据',
    ask: '下一步问诊或查体',
    test: '下一步检查',
    bits: '比特',
    between: '；',
    laboratory: '实验室检查',
    commonly: '常见原因',
    significance: {
      significant: '超出随机波动与检测误差可解释的范围',
      'not-significant': '未超出随机波动与检测误差可解释的范围',
      unknown: '是否超出随机波动尚不清楚',
    },
    ifInTime: '须在该时限内发生才成立：',
  },
};
