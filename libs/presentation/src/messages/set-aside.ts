import { type SetAsideReason } from '@openrounds/contracts';
import { type Message } from './message';

const said = (en: string, zh: string): Message => ({ en: () => en, zh: () => zh });

/** Why words that were read do not count. */
export const SET_ASIDE: Readonly<Record<SetAsideReason, Message>> = {
  conditional: said('What might happen, not what is', '假设或可能发生的情况，并未出现'),
  planned: said('Planned or looked for, not found', '拟行或待查，尚无结果'),
  belief: said('What somebody thinks or fears', '患者或家属的想法、担心'),
  'other-person': said('About another person', '他人的情况'),
  family: said('About a relative; no risk factor stands for it', '亲属的情况，没有与之对应的危险因素'),
  historical: said('About the past; no risk factor stands for it', '既往的情况，没有与之对应的危险因素'),
  allergy: said('What the allergy is to, or how it shows', '过敏原或过敏反应'),
  'stopped-medicine': said('A medicine no longer taken', '已停用的药物'),
  comparison: said('Only a comparison', '仅为比喻'),
  diagnosis: said('A diagnosis, which is no evidence for itself', '诊断名称，不能作为自身的依据'),
  'part-denied': said('Denies only a part or a grade', '仅否认其中一部分或某种程度'),
  'unusable-value': said('A value that cannot be used as it stands', '数值无法直接采用'),
  'other-specimen': said('A value of another specimen', '其他标本的结果'),
  unfit: said('Not of a patient of this sex or age', '与患者的性别或年龄不符'),
  contradicted: said('The text says otherwise elsewhere', '文中另有不同说法'),
  teaching: said('Taught of the case, not told of the patient', '教学内容，并非患者的情况'),
  'other-value': said('Another value of this sign counts', '同一体征以另一数值为准'),
  repeated: said('Said more than once; it counts once', '重复提及，只计一次'),
};
