import { saidOf } from './said-of';

describe('a plain sentence', () => {
  it.each([
    ['He had chest pain.', 'chest-pain'],
    ['She had haemoptysis.', 'haemoptysis'],
    ['A 58-year-old woman has dyspnoea, no headache. She had haemoptysis.', 'haemoptysis'],
    ['The patient had seizures.', 'seizure'],
    ['他有胸痛。', 'chest-pain'],
    ['Sore throat × 10 days.', 'sore-throat'],
    ['chest_pain: yes', 'chest-pain'],
    ['Age,Sex,Complaint,Haemoptysis\n54,M,chest pain,no', 'chest-pain'],
    ['患者有咯血。', 'haemoptysis'],
    ['发热三天。无胸痛。有咯血。', 'haemoptysis'],
    ['DDx: 1) PE 2) bronchitis. Haemoptysis since Monday.', 'haemoptysis'],
    ['鉴别诊断：\n1.支气管扩张：反复咳脓痰。\n患者昨日咯血。', 'haemoptysis'],
    ['大便4日未解。', 'constipation'],
    ['No bowel motion for 5 days.', 'constipation'],
  ])('%s is of the patient now, whatever little stands around it', (text, finding) => {
    expect(saidOf(text, finding)).toBe('present');
  });

  it.each([
    ['He had no chest pain.', 'chest-pain'],
    ['She denied haemoptysis.', 'haemoptysis'],
    ['患者无咯血。', 'haemoptysis'],
    ['Age,Sex,Complaint,Haemoptysis\n54,M,chest pain,no', 'haemoptysis'],
    ['Chest pain / palpitations   No', 'chest-pain'],
    ['JVP not raised, calves not tender.', 'raised-jugular-venous-pressure'],
    ['JVP not raised, calves not tender.', 'calf-tenderness'],
    ['No pain on swallowing.', 'odynophagia'],
    ['He is not breathless, even lying flat.', 'orthopnoea'],
    ['超声：胆囊未见结石。', 'ultrasound-gallstones'],
    ['鉴别诊断：肺结核多有咯血，该患者无咯血。', 'haemoptysis'],
    ['HENT: Negative for sore throat.\nResp: Negative for haemoptysis.', 'haemoptysis'],
    ['无妊娠可能。', 'pregnancy'],
    ['有没有突发呼吸困难？没有。', 'sudden-onset-dyspnoea'],
    ['心前区震颤：阴性', 'precordial-thrill'],
    ['No pain radiating to left arm or jaw.', 'pain-radiating-to-left-arm-or-jaw'],
    ['未做过粉尘工作。', 'dust-or-silica-exposure'],
  ])('%s denies', (text, finding) => {
    expect(saidOf(text, finding)).toBe('absent');
  });

  it.each([
    ['Her sister had haemoptysis.', 'haemoptysis'],
    ['DDx: PE - usually with haemoptysis and chest pain; less likely', 'haemoptysis'],
    ['鉴别诊断：\n1.支气管扩张：反复咯血、大量脓痰。\n诊疗计划：拍片。', 'haemoptysis'],
    ['Notify the doctor for BP > 160, headache or haemoptysis.', 'haemoptysis'],
    ['Lives with a husband who smokes.', 'smoking'],
    ['Allergies  Egg - hives', 'urticaria'],
    ['Wounds clean at discharge.', 'surgical-wound-redness-or-discharge'],
    ['压力性损伤高风险。', 'skin-ulcer-over-pressure-point'],
    ['未触及包块。', 'cannot-get-above-scrotal-swelling'],
    ['如出现咯血请复诊。', 'haemoptysis'],
    ['他爸爸有胸痛。', 'chest-pain'],
    ['我是男生，17岁，头痛。', 'sex-between-men'],
    ['Which is it? A. Gout B. Rib fracture C. Asthma', 'rib-fracture-on-imaging'],
  ])('%s tells nothing of the patient', (text, finding) => {
    expect(saidOf(text, finding)).toBeUndefined();
  });
});
