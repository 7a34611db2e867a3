import { type Schemas } from './client';

/** The README's two sample cases: ours, invented. */
export const ENGLISH: Schemas['CaseInput'] = {
  language: 'en',
  setting: 'emergency',
  narrative:
    'A 58-year-old woman comes to the emergency department with sudden shortness of breath since this morning and sharp pain on the right side of the chest when breathing in. She had a total knee replacement 11 days ago. She denies cough, fever and haemoptysis. On examination: temperature 37.2 °C, pulse 112/min, BP 118/74 mmHg, respiratory rate 24/min, SpO2 91% on air. Her left calf is swollen and tender. The chest is clear on auscultation. D-dimer 2.4 mg/L FEU. Troponin is normal. Her sister had a deep vein thrombosis.',
};

export const CHINESE: Schemas['CaseInput'] = {
  language: 'zh',
  setting: 'emergency',
  narrative:
    '患者女，58岁。今晨突发呼吸困难，伴右侧胸痛，深吸气时加重。11天前行左膝关节置换术。否认咳嗽、发热及咯血。查体：体温37.2℃，脉搏112次/分，呼吸24次/分，血压118/74mmHg，血氧饱和度91%（未吸氧）。左小腿肿胀伴压痛，双肺呼吸音清，未闻及干湿啰音。D-二聚体2.4mg/L FEU，肌钙蛋白正常。其姐有深静脉血栓病史。',
};

/** A case in codes alone: quick to understand, for tests that need many runs. */
export const CODED: Schemas['CaseInput'] = {
  patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
  setting: 'emergency',
  findings: [
    { findingId: 'pleuritic-chest-pain', presence: 'present' },
    { findingId: 'unilateral-leg-swelling', presence: 'present' },
    { findingId: 'haemoptysis', presence: 'absent' },
  ],
};
