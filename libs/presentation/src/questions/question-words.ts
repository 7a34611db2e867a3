import { type QuestionKind, type QuestionLossCode } from '@openrounds/contracts';
import { percent, type Message } from '../messages/message';

const said = (en: string, zh: string): Message => ({ en: () => en, zh: () => zh });
const bits = (gain: number): string => gain.toFixed(2);

/** What stands behind the title of a case in the title of a question. */
export const SUBJECTS = {
  diagnosis: said('diagnosis', '诊断'),
  'must-not-miss': said('what must not be missed', '不可漏诊'),
  'next-test': said('the next test', '下一步检查'),
  written: said('a question', '单选题'),
} as const satisfies Record<QuestionKind, Message>;

export const ASK = {
  diagnosis: said('Which diagnosis explains this case best?', '哪一项诊断最能解释本例？'),
  'must-not-miss': said(
    'Which of these must not be missed in this patient, likely or not? Choose all of them.',
    '对该患者，无论可能性大小，下列哪些诊断不可漏诊？（多选）',
  ),
  'next-test': said(
    'Which of these tests is expected to tell most about the diagnosis now?',
    '此时，下列哪项检查预期提供的诊断信息最多？',
  ),
  'next-act': said('Which of these would you do next?', '下一步应做下列哪项？'),
} as const;

export const FEEDBACK = {
  right: said('The best answer, by the author of the case.', '病例作者认为这是最佳答案。'),
  notBest: said('Not the best answer, by the author of the case.', '病例作者认为这不是最佳答案。'),
  key: said('The diagnosis of this case, by its author.', '本例的诊断（病例作者给出）。'),
  danger: said('It must be considered here, by the author of the case.', '病例作者认为此处必须考虑该诊断。'),
  lessUrgent: said(
    'It belongs on the list of what the case could be, but it is not among the dangers.',
    '属于本例的鉴别诊断，但不属于不可漏诊的危险诊断。',
  ),
  common: said(
    'Common with this problem, but not among the dangers of it.',
    '该主诉的常见病因，但不属于不可漏诊的危险诊断。',
  ),
} as const;

/** A disease of the engine's list that the author does not name. */
export const ON_THE_LIST: Message<number> = {
  en: (probability) =>
    `Not the diagnosis of this case. The ranking gives it ${percent(probability, 'en')} when all is known, an estimate.`,
  zh: (probability) =>
    `不是本例的诊断。全部信息已知后，系统排序给出的概率为${percent(probability, 'zh')}（估计值）。`,
};

export const MOST_BITS: Message<number> = {
  en: (gain) => `The ranking expects ${bits(gain)} bits of it, the most of these; an estimate, not advice.`,
  zh: (gain) => `系统预期其信息量为${bits(gain)}比特，为各选项中最高；仅为估计值，不构成建议。`,
};
export const FEWER_BITS: Message<{ readonly gain: number; readonly best: number }> = {
  en: ({ gain, best }) => `${bits(gain)} bits are expected of it; of the best of these ${bits(best)}.`,
  zh: ({ gain, best }) => `预期信息量为${bits(gain)}比特；最佳选项为${bits(best)}比特。`,
};

/** Said with a question that a language model drafted, in every format. */
export const DRAFTED_BY: Message<string> = {
  en: (model) => `AI-generated draft (${model}), edited and released by the author of the case.`,
  zh: (model) => `AI生成的草稿（${model}），经病例作者修改并发布。`,
};
/** Behind the author's name, where a format keeps that. */
export const WITH_DRAFTS_BY = (author: string, model: string): string =>
  `${author} (AI-generated draft: ${model})`;

/** The author's verdict, where the author does not say why. */
export const VERDICTS = {
  best: said('The best choice, by the author of the case.', '病例作者认为这是最佳选择。'),
  acceptable: said('Acceptable, but not the best.', '可以接受，但不是最佳选择。'),
  poor: said('It tells little here.', '此处意义不大。'),
  harmful: said('It would do harm here.', '此处有害。'),
} as const;

/** What an export lost, by its code. */
export const LOSSES: Readonly<Record<QuestionLossCode, Message>> = {
  'ordering-not-held': said('Left out: the format has no questions of order.', '未导出：该格式没有排序题。'),
  'too-many-right-options': said(
    'Left out: more than ten right options; Moodle has no fraction for them.',
    '未导出：正确选项超过10个，Moodle没有相应的分数比例。',
  ),
  'ordering-from-moodle-4-4': said(
    'Questions of order are part of Moodle from 4.4; before, it needs a plugin.',
    'Moodle 4.4起自带排序题；更早的版本需要插件。',
  ),
  'marked-by-hand': said(
    'A list of diagnoses with probabilities becomes a free text that a person marks.',
    '带概率的诊断列表变为文字题，须人工评分。',
  ),
  rubric: said('What to mark it by is not kept.', '评分标准未保留。'),
  'fractions-rounded': said(
    'The shares of the right options are rounded to five decimals.',
    '各正确选项的分数比例四舍五入至五位小数。',
  ),
  unit: said('The unit is not kept.', '单位未保留。'),
  'pair-feedback': said('The reasons of the pairs are not kept.', '各配对的解释未保留。'),
  'feedback-for-tutors': said(
    'Reasons and teaching points stand in a part for tutors; students are not shown them after answering.',
    '解释和教学要点写在供教师查看的部分；学生答题后不会看到。',
  ),
  pictures: said('Pictures are not kept.', '图片未保留。'),
  hints: said('Hints are not kept.', '提示未保留。'),
  penalty: said('What a further try costs is not kept.', '重试扣分未保留。'),
  'second-language': said('Only one language is kept.', '只保留一种语言。'),
  version: said('The version is not kept.', '版本号未保留。'),
  licence: said('Licence and author are not kept.', '许可和作者未保留。'),
  'too-few-options': said(
    'Not made: the case and its ranking give fewer than two wrong options.',
    '未生成：病例及其排序给出的错误选项不足两个。',
  ),
  'not-ranked': said(
    'Not made: the case has no verdicts of its author on tests, and its patient is not ranked.',
    '未生成：病例作者未评价检查，且系统不对该患者进行排序。',
  ),
};

export const LOSSES_FILE = {
  head: said('What this export did not keep', '本次导出未保留的内容'),
  none: said('Nothing.', '无。'),
} as const;
