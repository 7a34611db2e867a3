import { languageOf } from '@openrounds/clinical-language';
import { CaseInput } from '@openrounds/contracts';
import { type z } from 'zod';
import { CaseRanker } from '../../services/cli/src/ranking/case-ranker';
import { shippedBundle, shippedVocabulary } from '../support/shipped';

interface ToldDanger {
  /** What must not take the disease off the list. */
  readonly what: string;
  readonly disease: string;
  readonly sex: 'female' | 'male';
  readonly age: NonNullable<z.input<typeof CaseInput>['patient']>['age'];
  readonly text: string;
}

/** Invented; each tells something that reassures, and must not. */
const DANGERS: readonly ToldDanger[] = [
  {
    what: 'a denial of suicidal thoughts after an overdose',
    disease: 'suicidal-crisis',
    sex: 'female',
    age: { value: 24, unit: 'a' },
    text: 'Woman of 24 brought in four hours after an overdose of about 30 paracetamol tablets. She says she was just upset after an argument and denies suicidal thoughts now.',
  },
  {
    what: 'a denial of suicidal thoughts after an overdose',
    disease: 'suicidal-crisis',
    sex: 'female',
    age: { value: 24, unit: 'a' },
    text: '女，24岁。争吵后一次吞服对乙酰氨基酚约30片，4小时后由家人送来。自述只是一时生气，否认自杀想法。',
  },
  {
    what: 'a scan that is normal in part',
    disease: 'pulmonary-embolism',
    sex: 'male',
    age: { value: 66, unit: 'a' },
    text: 'Sudden breathlessness and pleuritic pain two weeks after hip surgery. CTPA: filling defects in the right lower lobe artery, no saddle embolus.',
  },
  {
    what: 'a scan that is normal in part',
    disease: 'pulmonary-embolism',
    sex: 'male',
    age: { value: 66, unit: 'a' },
    text: '髋关节术后2周，突发呼吸困难伴胸膜性胸痛。CTPA：右肺动脉充盈缺损，未见骑跨血栓。',
  },
  {
    what: 'an early troponin',
    disease: 'non-st-elevation-myocardial-infarction',
    sex: 'male',
    age: { value: 58, unit: 'a' },
    text: 'Crushing central chest pain radiating to the left arm for one hour, sweating. First troponin below the limit of detection. ECG normal.',
  },
  {
    what: 'an early troponin',
    disease: 'non-st-elevation-myocardial-infarction',
    sex: 'male',
    age: { value: 58, unit: 'a' },
    text: '胸骨后压榨样疼痛1小时，向左臂放射，伴大汗。首次高敏肌钙蛋白正常，心电图正常。',
  },
  {
    what: 'a consistent story and a bruised infant',
    disease: 'child-maltreatment-with-physical-injury',
    sex: 'male',
    age: { value: 4, unit: 'mo' },
    text: "Four-month-old, not yet rolling, with bruises on the ear and cheek. The parents' account is consistent: he bumped his head on a toy. No delay in coming.",
  },
  {
    what: 'a consistent story and a bruised infant',
    disease: 'child-maltreatment-with-physical-injury',
    sex: 'male',
    age: { value: 4, unit: 'mo' },
    text: '4月龄婴儿，尚不会翻身，耳廓和面颊有瘀斑。家长叙述前后一致，称被玩具碰到，就诊及时。',
  },
  {
    what: 'a cortisol that is normal in shock',
    disease: 'adrenal-crisis',
    sex: 'female',
    age: { value: 61, unit: 'a' },
    text: 'On long-term prednisolone, stopped taking it a week ago. Vomiting, confusion, hypotension not responding to fluids. Morning cortisol normal.',
  },
  {
    what: 'a cortisol that is normal in shock',
    disease: 'adrenal-crisis',
    sex: 'female',
    age: { value: 61, unit: 'a' },
    text: '长期服用泼尼松，1周前自行停药。呕吐、意识模糊，血压80/50mmHg，补液无效。晨起皮质醇正常。',
  },
  {
    what: 'treatment that was not given',
    disease: 'cardiac-arrest',
    sex: 'male',
    age: { value: 70, unit: 'a' },
    text: 'Pulseless and not breathing. No bystander CPR, not defibrillated.',
  },
  {
    what: 'treatment that was not given',
    disease: 'cardiac-arrest',
    sex: 'male',
    age: { value: 70, unit: 'a' },
    text: '患者无脉搏、无呼吸，旁人未行心肺复苏，未电除颤。',
  },
  {
    what: 'organs that have not failed yet',
    disease: 'sepsis',
    sex: 'female',
    age: { value: 72, unit: 'a' },
    text: 'Fever 39.5 °C, rigors, hypotension and confusion; no multi-organ failure so far.',
  },
  {
    what: 'organs that have not failed yet',
    disease: 'sepsis',
    sex: 'female',
    age: { value: 72, unit: 'a' },
    text: '发热39.5℃，寒战，血压85/50mmHg，意识模糊，目前无多器官功能衰竭。',
  },
  {
    what: 'an artery that is free beside one that is not',
    disease: 'st-elevation-myocardial-infarction',
    sex: 'male',
    age: { value: 59, unit: 'a' },
    text: 'Chest pain with ST elevation in the inferior leads. Angiography: circumflex occluded, no left main stem disease, no three-vessel disease.',
  },
  {
    what: 'an artery that is free beside one that is not',
    disease: 'st-elevation-myocardial-infarction',
    sex: 'male',
    age: { value: 59, unit: 'a' },
    text: '胸痛，下壁导联ST段抬高。冠脉造影：回旋支闭塞，左主干无狭窄，无三支病变。',
  },
  {
    what: 'one attack in sinus rhythm',
    disease: 'wolff-parkinson-white-syndrome',
    sex: 'male',
    age: { value: 19, unit: 'a' },
    text: 'Syncope while running. Resting ECG shows a delta wave with short PR interval. One attack recorded: sinus rhythm.',
  },
  {
    what: 'one attack in sinus rhythm',
    disease: 'wolff-parkinson-white-syndrome',
    sex: 'male',
    age: { value: 19, unit: 'a' },
    text: '跑步时晕厥。静息心电图见delta波，PR间期缩短。一次发作时记录为窦性心律。',
  },
  {
    what: 'drugs that are denied',
    disease: 'opioid-overdose',
    sex: 'male',
    age: { value: 31, unit: 'a' },
    text: 'Found drowsy with pinpoint pupils, respiratory rate 6. Denies taking any drugs.',
  },
  {
    what: 'drugs that are denied',
    disease: 'opioid-overdose',
    sex: 'male',
    age: { value: 31, unit: 'a' },
    text: '嗜睡，针尖样瞳孔，呼吸频率6次/分。否认服用任何药物及吸毒史。',
  },
];

describe('the shipped knowledge keeps a dangerous disease on the list', () => {
  const ranker = new CaseRanker(shippedBundle(), shippedVocabulary());
  const entryOf = ({ text, sex, age, disease }: ToldDanger) => {
    const input = CaseInput.parse({ narrative: text, language: languageOf(text), patient: { age, sex } });
    const { mustNotMiss } = ranker.rank(input, { includeNextTests: false }).answer;
    return mustNotMiss.find(({ diseaseId }) => diseaseId === disease);
  };

  it.each(DANGERS.map((danger) => [languageOf(danger.text), danger.what, danger] as const))(
    '(%s) in spite of %s',
    (_language, _what, danger) => {
      const entry = entryOf(danger);
      expect(entry?.diseaseId).toBe(danger.disease);
      expect(entry?.excludedBy).toBeUndefined();
    },
  );
});
