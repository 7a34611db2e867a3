import { type RejectionCode } from '@openrounds/contracts';
import { type Message } from './message';

/** What a sentence may name of what was left out: codes, names of findings, pointers. Never the sender's words. */
export interface RejectionWords {
  readonly coding?: string | undefined;
  readonly finding?: string | undefined;
  readonly kind?: string | undefined;
  readonly kept?: string | undefined;
}

const said = (en: string, zh: string): Message<RejectionWords> => ({ en: () => en, zh: () => zh });

/** "Dyspnoea: …", where a finding is known. */
const ofFinding = (en: string, zh: string): Message<RejectionWords> => ({
  en: ({ finding }) =>
    finding === undefined ? en : `${finding}: ${en.charAt(0).toLowerCase()}${en.slice(1)}`,
  zh: ({ finding }) => (finding === undefined ? zh : `${finding}：${zh}`),
});

/** Why something of an imported document was left out, by its code. */
export const REJECTIONS: Readonly<Record<RejectionCode, Message<RejectionWords>>> = {
  'age-coarse': said(
    'The dates do not tell the age of so young a child; give the day of birth or the age.',
    '日期不够精确，无法确定婴幼儿的年龄；请提供出生日期（到日）或年龄。',
  ),
  'age-impossible': said('The age is impossible.', '年龄不可能成立。'),
  'age-not-read': said('The age is not told in a way that is read.', '年龄的表示方式无法读取。'),
  'ambiguous-code': {
    en: ({ coding = 'The code' }) => `${coding} stands for several diseases.`,
    zh: ({ coding = '该编码' }) => `${coding}对应多种疾病。`,
  },
  'another-person': said('It belongs to another person.', '属于另一个人。'),
  'certainty-out-of-range': ofFinding('A certainty lies between 0.5 and 1.', '把握度应在0.5到1之间。'),
  contradiction: {
    en: ({ kept }) =>
      kept === undefined ? 'It contradicts something else.' : `It contradicts what was kept: ${kept}.`,
    zh: ({ kept }) => (kept === undefined ? '与其他内容相矛盾。' : `与已采用的内容相矛盾：${kept}。`),
  },
  diagnosis: {
    en: ({ coding }) =>
      `${coding === undefined ? 'A' : `${coding}: a`} diagnosis is what the case is about, not a finding of it.`,
    zh: ({ coding }) => `${coding === undefined ? '' : `${coding}：`}诊断是病例的答案，不是其中的表现。`,
  },
  'family-not-used': ofFinding(
    'No risk factor stands for it in a relative.',
    '亲属患有此病没有对应的危险因素。',
  ),
  'free-text': said(
    'Free text is not read on import; paste it as a narrative.',
    '导入时不读取自由文本；请作为病史叙述粘贴。',
  ),
  malformed: said('It is not built as the format says.', '不符合该格式的规定。'),
  modified: said(
    'It carries an element that changes its meaning and is not known here.',
    '含有会改变其含义、而此处未知的元素。',
  ),
  'no-code': said('It has no code; words are not read on import.', '没有编码；导入时不读取文字。'),
  'no-value': ofFinding('It has no value.', '没有结果值。'),
  'not-a-quantity': ofFinding('It takes one of its states, not a number.', '应填状态，不能填数值。'),
  'not-blood-relative': said('Not a relative by blood.', '不是血亲。'),
  'not-used': {
    en: ({ kind = 'This' }) => `${kind} is not used.`,
    zh: ({ kind = '此项' }) => `${kind}不予采用。`,
  },
  'older-value': {
    en: ({ finding = 'Finding', kept = '' }) => `${finding}: another value was kept: ${kept}.`,
    zh: ({ finding = '该表现', kept = '' }) => `${finding}：采用了另一数值：${kept}。`,
  },
  'out-of-date': said(
    'The newest result lies more than 90 days before the day of the case.',
    '最近一次结果距病例当日已超过90天。',
  ),
  'past-not-used': ofFinding(
    'No risk factor stands for it in the past.',
    '既往曾有此情况没有对应的危险因素。',
  ),
  'pregnancy-impossible': said('Pregnancy is impossible at this age or sex.', '此年龄或性别不可能妊娠。'),
  'presence-missing': ofFinding('Say whether it is present or absent.', '请注明有或无。'),
  'presence-not-allowed': ofFinding('It takes a value, not a presence.', '应填数值或状态，不能填有无。'),
  'sex-not-read': said(
    'The sex is taken as unknown: only female and male are read.',
    '性别按未知处理：只读取女和男。',
  ),
  'too-many': said('Beyond the most that one case may have.', '超过一个病例的上限。'),
  'unit-missing': ofFinding('The unit is missing; it is never guessed.', '缺少单位；系统不会猜测单位。'),
  'unit-not-convertible': ofFinding('The unit does not fit.', '单位与该指标不符。'),
  'unit-not-ucum': ofFinding('The unit is not a UCUM code.', '单位不是UCUM编码。'),
  'unknown-answer': ofFinding('The coded answer is not read.', '结果的编码无法读取。'),
  'unknown-code': {
    en: ({ coding = 'The code' }) => `${coding} is not in the vocabulary.`,
    zh: ({ coding = '该编码' }) => `词汇表中没有${coding}。`,
  },
  'unknown-column': said('This column is not known.', '没有这一列。'),
  'unknown-finding': said('The vocabulary has no finding of this name.', '词汇表中没有这项表现。'),
  'unknown-state': ofFinding('It has no such state.', '没有这种状态。'),
  'unread-system': said('Codes of HPO, LOINC and ICD-10 are read.', '只读取HPO、LOINC和ICD-10编码。'),
  'value-impossible': ofFinding('The value is impossible.', '数值不可能成立。'),
  'value-missing': ofFinding('It needs a value.', '需要数值或状态。'),
  'value-not-allowed': ofFinding('It takes no such value.', '不能填这种值。'),
  'value-out-of-intervals': ofFinding(
    'No interval says what this value means for this patient.',
    '没有适用于该患者的参考区间，无法判断该数值。',
  ),
  withdrawn: said('The sender has withdrawn it.', '发送方已撤销。'),
};
