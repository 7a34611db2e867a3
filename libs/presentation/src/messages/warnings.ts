import { type WarningCode } from '@openrounds/clinical-language';
import { type SettingBasis } from '@openrounds/knowledge';
import { type Message } from './message';

type AnyWarningCode = WarningCode | NonNullable<SettingBasis['warning']>;

const said = (en: string, zh: string): Message => ({ en: () => en, zh: () => zh });

/** What a teacher is told about how a case was read, by the code of the warning. */
export const WARNINGS: Readonly<Record<AnyWarningCode, Message>> = {
  'contradiction-resolved': said(
    'The text says both; the more specific, more recent or main statement was kept.',
    '文中说法不一；保留了更具体、更近期或主诉中的陈述。',
  ),
  'coded-beats-text': said(
    'The coded finding was kept; the text says otherwise.',
    '保留了编码录入的表现；文中说法与之不同。',
  ),
  'correction-stands': said(
    'Not counted, because it contradicts a correction.',
    '与更正的内容相矛盾，未计入。',
  ),
  'family-history-unmapped': said(
    'Said of a relative; no risk factor stands for it.',
    '所述为亲属情况，没有与之对应的危险因素。',
  ),
  'past-history-unmapped': said(
    'Said of the past; no risk factor stands for it.',
    '所述为既往情况，没有与之对应的危险因素。',
  ),
  'other-person-ignored': said('Said of another person.', '所述为他人情况，未计入。'),
  'conditional-ignored': said('Conditional, not observed.', '为假设情况，并未出现。'),
  'planned-ignored': said('Planned, not observed.', '为拟行事项，尚无结果。'),
  'part-denied': said(
    'Denies only a part, a grade or a complication: not counted as the absence of the finding.',
    '仅否认其中一部分、某种程度或并发症，未按该表现不存在计入。',
  ),
  'unit-missing': said('The unit is missing; it is never guessed.', '缺少单位；系统不会猜测单位。'),
  'unit-not-convertible': said('The unit does not fit this quantity.', '单位与该指标不符。'),
  'value-impossible': said('The value is impossible.', '数值不可能成立。'),
  'interval-missing': said(
    'No interval says what this value means for this patient.',
    '没有适用于该患者的参考区间，无法判断该数值。',
  ),
  'lab-unmapped': said('This laboratory test is not in the vocabulary.', '词汇表中没有这项检验。'),
  'latest-value-kept': said(
    'Measured more than once: the latest value counts.',
    '同一检验有多次结果；以最近一次为准。',
  ),
  'diagnosis-named': said(
    'A diagnosis that is named is not evidence for itself.',
    '文中写出的诊断不能作为其自身的依据。',
  ),
  'age-above-89': said('An age above 89 years is kept as 90.', '89岁以上的年龄按90岁保存。'),
  'age-told-roughly': said(
    'The text tells the age only roughly; what it comes closest to was taken.',
    '文中只给出大致年龄；按最接近的岁数计算。',
  ),
  'age-in-text-differs': said(
    'The text gives another age; the one entered was kept.',
    '文中年龄不同；保留了录入的年龄。',
  ),
  'sex-in-text-differs': said(
    'The text gives another sex; the one entered was kept.',
    '文中性别不同；保留了录入的性别。',
  ),
  'pregnancy-in-text-differs': said(
    'The text says otherwise about pregnancy; what was entered was kept.',
    '文中妊娠情况不同；保留了录入的内容。',
  ),
  'pregnancy-impossible': said(
    'Pregnancy is not possible at this sex or age; it was not counted.',
    '该性别或年龄不可能妊娠；未计入。',
  ),
  'setting-not-given': said(
    'No setting is given: the numbers are the means of emergency department and general practice.',
    '未给出就诊场所：采用急诊与全科两者的平均值。',
  ),
  'inpatient-uses-emergency': said(
    'Inpatients are reckoned with the numbers of the emergency department.',
    '住院患者按急诊的数值推算。',
  ),
};

/** A sentence about something that is named: the finding, or the words of the text. */
export const ABOUT: Message<{ readonly subject: string; readonly sentence: string }> = {
  en: ({ subject, sentence }) => `${subject}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  zh: ({ subject, sentence }) => `${subject}：${sentence}`,
};

/** Words of the text, as a quotation. */
export const QUOTED: Message<string> = { en: (quote) => `“${quote}”`, zh: (quote) => `“${quote}”` };

const isKnown = (code: string): code is AnyWarningCode => Object.hasOwn(WARNINGS, code);

/** The sentence for a code; undefined for one that this version does not know. */
export const warningMessage = (code: string): Message | undefined =>
  isKnown(code) ? WARNINGS[code] : undefined;
