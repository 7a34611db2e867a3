import { type LlmDraftingRequest } from '../../roles/examiner/question-drafts';
import { type LlmFeedbackRequest } from '../../roles/examiner/rubric-feedback';
import { type LlmVoiceRequest } from '../../roles/patient/voice';
import { wordsOf } from './words-of';

const MOST_STATEMENTS = 2;

const SAYS = {
  en: (text: string) => `I can tell you this: ${text}`,
  zh: (text: string) => `我能告诉您的是：${text}`,
} as const;

/** The statements that share most words with the question; without any, the patient says nothing. */
const patient = ({ language, statements, question }: LlmVoiceRequest): unknown => {
  const asked = wordsOf(question ?? '');
  const shared = statements
    .map((each) => ({ ...each, count: [...wordsOf(each.text)].filter((word) => asked.has(word)).length }))
    .filter(({ count }) => question === null || count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_STATEMENTS);
  return {
    sentences: shared.map(({ id, text }) => ({ text: SAYS[language](text), statementIds: [id] })),
  };
};

const ASK = {
  en: {
    stem: (text: string) => `Scripted draft. Which diagnosis does this speak for? ${text}`,
    wrong: ['A scripted wrong option', 'Another scripted wrong option', 'None of these'],
  },
  zh: {
    stem: (text: string) => `脚本草稿。以下内容支持哪项诊断？${text}`,
    wrong: ['脚本给出的错误选项', '脚本给出的另一错误选项', '以上都不是'],
  },
} as const;

/** A question for each of the first lines of evidence. */
const questions = ({ language, key, evidence, count }: LlmDraftingRequest): unknown => ({
  questions: evidence.slice(0, count).map(({ id, text }) => ({
    stem: ASK[language].stem(text),
    options: [
      { text: ASK[language].wrong[0], right: false },
      { text: key, right: true },
      ...ASK[language].wrong.slice(1).map((wrong) => ({ text: wrong, right: false })),
    ],
    explanation: [{ text, evidenceIds: [id] }],
  })),
});

const ADVICE = {
  en: {
    partly: 'Scripted: this is touched upon; say it fully.',
    missing: 'Scripted: say something about this.',
  },
  zh: { partly: '脚本：已提及，请说完整。', missing: '脚本：请补充这一点。' },
} as const;

/** A criterion that shares a word with the sentence is partly met, by the clause that holds it. */
const feedback = ({ language, representation, rubric }: LlmFeedbackRequest): unknown => ({
  criteria: rubric.map(({ id, text }) => {
    const wanted = wordsOf(text);
    const clause = representation
      .split(/[.,;。，；\n]/u)
      .map((each) => each.trim())
      .find((each) => [...wordsOf(each)].some((word) => wanted.has(word)));
    const judgement = clause === undefined ? 'missing' : 'partly';
    return { criterionId: id, judgement, quote: clause ?? null, advice: ADVICE[language][judgement] };
  }),
});

type Script = (input: unknown) => unknown;

export const PATIENT: Script = (input) => patient(input as LlmVoiceRequest);
export const QUESTIONS: Script = (input) => questions(input as LlmDraftingRequest);
export const FEEDBACK: Script = (input) => feedback(input as LlmFeedbackRequest);
