import { type DraftFault, type Language } from '@openrounds/contracts';

type Words = Readonly<Record<Language, string>>;

/** Said with every answer of a patient, wherever it is shown. */
export const PATIENT_LABEL: Words = {
  en: 'The patient’s answers are written by a language model (AI-generated). Each sentence shows what of the case it rests on.',
  zh: '患者的回答由语言模型撰写（AI生成）。每句话都注明其在病例中的依据。',
};

/** Said by us where a model said nothing that stands on the case, or where there is none. */
export const NOTHING_TO_SAY: Words = {
  en: 'The patient has nothing to say to that.',
  zh: '对此患者没有什么可说的。',
};

/** Said with every draft. */
export const DRAFT_LABEL: Words = {
  en: 'Drafted by a language model (AI-generated). No student sees it before you have edited and released it.',
  zh: '由语言模型起草（AI生成）。在您修改并发布之前，学生看不到。',
};

/** Said with feedback that was released. */
export const FEEDBACK_LABEL: Words = {
  en: 'Drafted by a language model (AI-generated), edited and released by a teacher.',
  zh: '由语言模型起草（AI生成），经教师修改并发布。',
};

/** Why there is no draft. */
export const DRAFT_FAULTS: Readonly<Record<DraftFault, Words>> = {
  'no-answer': {
    en: 'The language model did not answer in time.',
    zh: '语言模型未能及时回应。',
  },
  'unusable-answer': {
    en: 'The language model answered in a form that cannot be used.',
    zh: '语言模型的回答无法使用。',
  },
  'nothing-kept': {
    en: 'Nothing that the language model wrote could be kept: it went beyond what it was told.',
    zh: '语言模型所写内容超出已知信息，已全部舍弃。',
  },
  identity: {
    en: 'The text seems to name somebody and was not sent to the language model.',
    zh: '文字中似乎含有个人身份信息，未发送给语言模型。',
  },
};
