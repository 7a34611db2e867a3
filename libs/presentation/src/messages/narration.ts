import { type Language, type NarrationFault, type TutorFault } from '@openrounds/contracts';

/** The lines that a narration may rest on, in words. */
interface EvidenceWords {
  readonly presence: Readonly<Record<'present' | 'absent', string>>;
  readonly finding: (name: string, state: string) => string;
  readonly disease: (name: string, rank: number, probability: string) => string;
  readonly link: (finding: string, state: string, disease: string, likelihoodRatio: string) => string;
  readonly danger: (name: string, probability: string, excludable: boolean) => string;
  readonly test: (name: string, outcomes: string) => string;
  readonly passage: (publisher: string, year: number, quote: string) => string;
}

export const EVIDENCE_WORDS: Readonly<Record<Language, EvidenceWords>> = {
  en: {
    presence: { present: 'present', absent: 'absent' },
    finding: (name, state) => `${name}: ${state}`,
    disease: (name, rank, probability) =>
      `${name}: number ${String(rank)} of the list, probability ${probability}`,
    link: (finding, state, disease, likelihoodRatio) =>
      `${finding} (${state}) for ${disease}: likelihood ratio ${likelihoodRatio}`,
    danger: (name, probability, excludable) =>
      `${name} must not be missed: probability ${probability}${excludable ? '' : '; no single result excludes it'}`,
    test: (name, outcomes) => `Next test: ${name} (${outcomes})`,
    passage: (publisher, year, quote) => `${publisher}, ${String(year)}: ${quote}`,
  },
  zh: {
    presence: { present: '有', absent: '无' },
    finding: (name, state) => `${name}：${state}`,
    disease: (name, rank, probability) => `${name}：列表第${String(rank)}位，概率${probability}`,
    link: (finding, state, disease, likelihoodRatio) =>
      `${finding}（${state}）对${disease}：似然比${likelihoodRatio}`,
    danger: (name, probability, excludable) =>
      `${name}不可漏诊：概率${probability}${excludable ? '' : '；没有任何单项结果可以排除'}`,
    test: (name, outcomes) => `下一步检查：${name}（${outcomes}）`,
    passage: (publisher, year, quote) => `${publisher}，${String(year)}年：${quote}`,
  },
};

/** Said with every narration, wherever it is shown. */
export const NARRATION_LABEL: Readonly<Record<Language, string>> = {
  en: 'Written by a language model (AI-generated). Every sentence names what it rests on; check it there.',
  zh: '由语言模型撰写（AI生成）。每句话都注明依据，请据此核对。',
};

/** Said of a second opinion, and of what was read of a text, wherever they go. */
export const OPINION_LABEL: Readonly<Record<Language, string>> = {
  en: 'Second opinion of a language model (AI-generated). It changes nothing in the list of the engine.',
  zh: '语言模型的第二意见（AI生成）。不改变引擎的列表。',
};
export const READING_LABEL: Readonly<Record<Language, string>> = {
  en: 'Read in the text by a language model (AI-generated). Check it against the words quoted.',
  zh: '由语言模型从文字中读出（AI生成）。请对照引文核对。',
};

/** Why there is no narration. */
export const NARRATION_FAULTS: Readonly<Record<NarrationFault, Readonly<Record<Language, string>>>> = {
  'no-answer': {
    en: 'The language model did not answer in time. The list of the engine is not affected.',
    zh: '语言模型未能及时回应。引擎的列表不受影响。',
  },
  'unusable-answer': {
    en: 'The language model answered in a form that cannot be used. The list of the engine is not affected.',
    zh: '语言模型的回答无法使用。引擎的列表不受影响。',
  },
  'nothing-kept': {
    en: 'No sentence of the language model stood on its evidence: all were dropped.',
    zh: '语言模型的句子均无依据支持，已全部舍弃。',
  },
};

/** Why the tutor did not answer. */
export const TUTOR_FAULTS: Readonly<Record<TutorFault, Readonly<Record<Language, string>>>> = {
  ...NARRATION_FAULTS,
  identity: {
    en: 'The question seems to name somebody and was not sent to the language model. Ask it without names, dates and numbers.',
    zh: '问题中似乎仍含有个人身份信息，未发送给语言模型。请去掉姓名、日期和号码后再问。',
  },
};

/** Said where the evidence of a run does not answer a question: by us, not by the model. */
export const UNANSWERED: Readonly<Record<Language, string>> = {
  en: 'What is known of this list does not answer this question.',
  zh: '本次结果中的已知内容无法回答这个问题。',
};
