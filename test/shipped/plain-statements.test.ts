import { toEngineCase } from '@openrounds/clinical-language';
import { CaseInput } from '@openrounds/contracts';
import { shippedVocabulary } from '../support/shipped';

/** What stands around a finding is learnt from passages full of denials and doubts: plain statements must stay plain beside them. */
const PLAIN: readonly (readonly [text: string, has: readonly string[]])[] = [
  ['No fever. Productive cough. Pleuritic chest pain.', ['productive-cough', 'pleuritic-chest-pain']],
  ['Denies nausea or vomiting. Diarrhoea. Night sweats.', ['diarrhoea', 'night-sweats']],
  ['Never smoked. Weight loss. Haematuria.', ['weight-loss', 'haematuria']],
  ['Fever. Cough. Haemoptysis.', ['cough', 'haemoptysis']],
  ['Abdomen soft. Jaundice.', ['jaundice']],
  ['No rash. Neck stiffness. Photophobia.', ['neck-stiffness', 'photophobia']],
  ['He is not short of breath. He has palpitations.', ['palpitations']],
  ['Not diabetic. Polyuria and polydipsia.', ['polyuria', 'polydipsia']],
  ['A woman has dyspnoea, no headache. Haemoptysis.', ['dyspnoea', 'haemoptysis']],
  ['Has dyspnoea, no abdominal pain. CRP 50 mg/L. She has haematuria.', ['dyspnoea', 'haematuria']],
  ['No abdominal pain. C-reactive protein 50 mg/L. She has jaundice.', ['jaundice']],
  ['She has mild jaundice.', ['jaundice']],
  ['Examination is normal apart from mild jaundice.', ['jaundice']],
  ['查体除轻度黄疸外无异常。', ['jaundice']],
  // a denial that is a part of the finding's own words, and things that say for themselves whether they are so
  ['He has no appetite.', ['loss-of-appetite']],
  ['Fatigue, anorexia, no weight loss, and itching for two months.', ['fatigue', 'pruritus']],
  ['No palpitations, no chest pain, occasional dizziness, no blackouts.', ['dizziness']],
  ['Cough, no fever, sore throat.', ['sore-throat']],
  ['No difficulty in swallowing, merely a hoarse voice.', ['hoarseness']],
  ['He cannot eat a thing without heartburn.', ['heartburn']],
  ['?Crackles at the base, definite wheeze.', ['wheeze']],
  ['无发热。咯血。', ['haemoptysis']],
  ['He is at risk of falls and has a cough.', ['cough']],
  ['She has a feeling of chest tightness.', ['chest-tightness']],
  ['She has something for her asthma.', ['known-copd-or-asthma']],
  ['老人说话也不清。', ['dysarthria']],
  ['肋下可触及肝脏肿大。', ['hepatomegaly']],
  ['指端可见杵状改变。', ['clubbing']],
  ['孩子又吐又拉。', ['vomiting', 'diarrhoea']],
  ['没有一天不头疼。', ['headache']],
  ['否认恶心、呕吐。腹泻。盗汗。', ['diarrhoea', 'night-sweats']],
  ['不吸烟。体重下降。血尿。', ['weight-loss', 'haematuria']],
  ['腹软。黄疸。', ['jaundice']],
  ['无皮疹。颈强直。畏光。', ['neck-stiffness', 'photophobia']],
  ['没有糖尿病。多饮、多尿。', ['polyuria', 'polydipsia']],
  ['发热、咳嗽。咯血。', ['cough', 'haemoptysis']],
  // words with a denial in them that deny nothing, and what goes on
  ['耳鸣时有时无。', ['tinnitus']],
  ['没吃什么就腹泻。', ['diarrhoea']],
  ['说不出的头痛。', ['headache']],
  ['去年开始腹痛。以前就有咳嗽，现在更重。', ['abdominal-pain', 'cough']],
  ['皮疹并没有消失。', ['rash']],
  ['问及头痛，患者点头。', ['headache']],
  ['关节肿，不红。至于咳嗽，没有好转。', ['joint-swelling', 'cough']],
  [
    'Regarding the cough, he has had it for years. She asked about the operation and has a rash.',
    ['cough', 'rash'],
  ],
  ['She was asked about palpitations and cough and said yes to both.', ['palpitations', 'cough']],
];

describe('what is said plainly', () => {
  const vocabulary = shippedVocabulary();

  it.each(PLAIN)('%s', (text, has) => {
    const { observed } = toEngineCase(CaseInput.parse({ narrative: text }), vocabulary);
    const sure = observed
      .filter(({ presence, certainty }) => presence === 'present' && certainty === 1)
      .map(({ findingId }) => findingId);
    expect(sure).toEqual(expect.arrayContaining([...has]));
  });
});
