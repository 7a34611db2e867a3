import { type Language } from '@openrounds/contracts';
import { listed, percent, type Message } from './message';

/** The sentence of the Chinese notice that labels AI content (GB 45438). */
const GENERATED = '本内容由人工智能（AI）系统生成。';

/** Every sentence that the product says about an answer, by the engine's code for it. */
export const NOTICE: Message = {
  en: () =>
    'For teaching only, not for the care of patients. Not a medical device. The numbers are estimates that no clinician has reviewed.',
  zh: () =>
    `仅供教学使用，不得用于患者诊疗；本产品不是医疗器械，数值为未经临床医师审核的估计值。${GENERATED}`,
};

const diagnosesEn = (count: number): string => {
  const rounded = Math.round(count);
  return rounded === 1 ? '1 diagnosis' : `${String(rounded)} diagnoses`;
};

export const SUFFICIENCY: Readonly<Record<string, Message<Readonly<Record<string, number>>>>> = {
  'enough-is-known': {
    en: ({ count = 0, effectiveNumber = 1 }) =>
      `${String(count)} informative findings; about ${diagnosesEn(effectiveNumber)} in play.`,
    zh: ({ count = 0, effectiveNumber = 1 }) =>
      `${String(count)}项有鉴别意义的信息；约${String(Math.round(effectiveNumber))}种诊断可能成立。`,
  },
  'few-informative-findings': {
    en: ({ count = 0, wanted = 0 }) =>
      `Only ${String(count)} informative findings are known; ${String(wanted)} are wanted.`,
    zh: ({ count = 0, wanted = 0 }) =>
      `目前仅有${String(count)}项有鉴别意义的信息，至少需要${String(wanted)}项。`,
  },
  'many-diagnoses-open': {
    en: ({ effectiveNumber = 0 }) =>
      `About ${String(Math.round(effectiveNumber))} diagnoses are still in play.`,
    zh: ({ effectiveNumber = 0 }) => `目前仍有约${String(Math.round(effectiveNumber))}种诊断可能成立。`,
  },
  'other-likely': {
    en: ({ probability = 0 }) =>
      `A diagnosis outside the knowledge base has a probability of ${percent(probability, 'en')}.`,
    zh: ({ probability = 0 }) => `知识库以外的诊断概率为${percent(probability, 'zh')}。`,
  },
};

interface MustNotMissWords {
  readonly threshold: number;
  readonly why: string;
  readonly redFlags: readonly string[];
}
export const MUST_NOT_MISS: Readonly<Record<string, Message<MustNotMissWords>>> = {
  'above-threshold': {
    en: ({ threshold, why }) => `Above its threshold of ${percent(threshold, 'en')}. ${why}`.trim(),
    zh: ({ threshold, why }) => `超过其${percent(threshold, 'zh')}的警戒阈值。${why}`,
  },
  'red-flag': {
    en: ({ redFlags, why }) => `Red flag: ${listed(redFlags, 'en')}. ${why}`.trim(),
    zh: ({ redFlags, why }) => `警示征象：${listed(redFlags, 'zh')}。${why}`,
  },
  'above-threshold-and-red-flag': {
    en: ({ threshold, redFlags, why }) =>
      `Above its threshold of ${percent(threshold, 'en')}; red flag: ${listed(redFlags, 'en')}. ${why}`.trim(),
    zh: ({ threshold, redFlags, why }) =>
      `超过其${percent(threshold, 'zh')}的警戒阈值；警示征象：${listed(redFlags, 'zh')}。${why}`,
  },
  'raised-before': {
    en: ({ why }) => `Raised by the list before the language model’s additions; it stays. ${why}`.trim(),
    zh: ({ why }) => `在语言模型补充之前的列表中已提示，故予以保留。${why}`,
  },
};

/** Said of a must-not-miss disease that no single result takes off the list. */
export const NOTHING_EXCLUDES: Message<{ readonly reason: string }> = {
  en: ({ reason }) =>
    `Nothing excludes it yet: think of it until another diagnosis explains everything. ${reason}`,
  zh: ({ reason }) => `目前没有任何结果能排除它：在另一诊断解释全部表现之前始终要想到它。${reason}`,
};

export const EXCLUDED: Readonly<Record<string, Message>> = {
  sex: { en: () => 'Impossible in this sex.', zh: () => '该性别不可能发生。' },
  pregnancy: { en: () => 'Impossible in this state of pregnancy.', zh: () => '在此妊娠状态下不可能发生。' },
  age: { en: () => 'Impossible at this age.', zh: () => '在此年龄不可能发生。' },
};

export const UNEXPLAINED: Message = {
  en: () => 'None of the leading diagnoses accounts for it.',
  zh: () => '排在前列的诊断均不能解释。',
};

interface NamedDiseases {
  readonly diseases: readonly string[];
}
export const RATIONALE: Readonly<Record<string, Message<NamedDiseases>>> = {
  separates: {
    en: ({ diseases }) => `Tells ${listed(diseases, 'en')} apart.`,
    zh: ({ diseases }) => `有助于鉴别${listed(diseases, 'zh')}。`,
  },
  'may-cross-must-not-miss-threshold': {
    en: ({ diseases }) => `Can settle whether ${listed(diseases, 'en')} must be feared.`,
    zh: ({ diseases }) => `可判断是否需警惕${listed(diseases, 'zh')}。`,
  },
};

export const OUTCOMES: Readonly<Record<string, Message>> = {
  present: { en: () => 'present', zh: () => '有' },
  absent: { en: () => 'absent', zh: () => '无' },
};

export const UNKNOWN: Message = { en: () => 'not asked', zh: () => '未询问' };

export const STAGES: Readonly<Record<string, Message>> = {
  history: { en: () => 'History', zh: () => '病史' },
  examination: { en: () => 'Examination', zh: () => '体格检查' },
  laboratory: { en: () => 'Laboratory', zh: () => '实验室检查' },
  imaging: { en: () => 'Imaging', zh: () => '影像学检查' },
};

/** A stage of the case's own whose title is not kept. */
export const OWN_STAGE: Message<{ readonly number: number }> = {
  en: ({ number }) => `Stage ${String(number)}`,
  zh: ({ number }) => `第${String(number)}阶段`,
};

/** The notice that every clinical answer carries; in Chinese with the label of AI content. */
export const notice = (language: Language): string => NOTICE[language]();
/** A notice that stands right behind a label of AI content: it is not said twice. */
export const behindLabel = (said: string): string => said.replace(GENERATED, '');

/** Said where passages are to be ranked by vectors too, and could not be. */
export const RANKED_BY_WORDS: Message = {
  en: () =>
    'These passages are ranked by their words alone: the ranking by vectors is not available at the moment.',
  zh: () => '以上段落仅按文字匹配排序：向量排序暂不可用。',
};
export const rankedByWords = (language: Language): string => RANKED_BY_WORDS[language]();

/** What a score can still mean while inputs are missing. */
export const SCORE_OPEN: Message<{ readonly texts: readonly string[] }> = {
  en: ({ texts }) => `Inputs are missing; still possible: ${texts.join(' | ')}`,
  zh: ({ texts }) => `信息不全，尚有可能：${texts.join(' | ')}`,
};

/** Whether a passage is the document's words or ours, and whether it was compared with the document. */
export const PASSAGE_BASIS: Readonly<
  Record<'quoted' | 'summary', Readonly<Record<'seen' | 'from-memory', Readonly<Record<Language, string>>>>>
> = {
  quoted: {
    seen: { en: 'The words of the document.', zh: '文件原文。' },
    'from-memory': { en: 'Quoted, and not compared with the document.', zh: '引文，未与原文核对。' },
  },
  summary: {
    seen: { en: 'Our summary, compared with the document.', zh: '本库摘要，已与原文核对。' },
    'from-memory': {
      en: 'Our summary, written from memory and not compared with the document.',
      zh: '本库摘要，凭记忆撰写，未与原文核对。',
    },
  },
};

const DOCUMENT_LICENCES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  unknown: { en: 'not known for certain', zh: '不确定' },
  'copyright of the publisher or society': {
    en: 'copyright of the publisher or society',
    zh: '版权归出版者或学会所有',
  },
  'public domain (United States federal government)': {
    en: 'public domain (United States federal government)',
    zh: '公有领域（美国联邦政府）',
  },
};

/** The licence of a document in words; one that has a name is called by it. */
export const documentLicenceText = (licence: string, language: Language): string =>
  DOCUMENT_LICENCES[licence]?.[language] ?? licence;

/** What a passage of an institution's own document rests on. */
export const OWN_PASSAGE: Readonly<Record<Language, string>> = {
  en: 'The words of a document that your institution imported; nobody else has checked them.',
  zh: '本机构导入文件的原文，未经他人核对。',
};
