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
    ['未做过粉尘工作。', 'dust-or-silica-exposure'],
  ])('%s denies', (text, finding) => {
    expect(saidOf(text, finding)).toBe('absent');
  });

  it.each([
    ['Her sister had haemoptysis.', 'haemoptysis'],
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
