import { toEngineCase } from '@openrounds/clinical-language';
import { CaseInput } from '@openrounds/contracts';
import { shippedVocabulary } from '../support/shipped';

/** What is denied in so many words is denied, whatever stands around it; and what is planned or long ago is not there now. */
const TOLD: readonly (readonly [text: string, absent: readonly string[], notPresent: readonly string[]])[] = [
  [
    'A man of 60 is breathless. He has no chest pain, cough, wheeze or swelling of the face, and no head injury.',
    ['chest-pain', 'cough', 'wheeze', 'facial-swelling', 'head-trauma'],
    [],
  ],
  [
    'A woman of 31 has a rash. She denies joint pain, mouth ulcers, hair loss, headache and muscle weakness.',
    ['joint-pain', 'mucosal-ulceration', 'hair-loss', 'headache', 'limb-weakness'],
    [],
  ],
  [
    '女，50岁，潮热。否认：消瘦、手抖、怕热多食、胸痛。',
    ['weight-loss', 'tremor', 'heat-intolerance', 'chest-pain'],
    [],
  ],
  ['骑车摔倒，头着地，人当时没昏过去。身上一个疹子都找不着。', ['syncope', 'rash'], []],
  ['肋骨疼了一个月。手指关节不肿，大便不稀，没发烧。', ['joint-swelling', 'diarrhoea'], []],
  ['PMH: appendicectomy 2010, asthma. No rash, no haemoptysis.', ['rash', 'haemoptysis'], []],
  [
    'A man of 63 has chest pain. ECG: LVH.\nPlan: IV labetalol, morphine, CT chest.',
    [],
    ['opioid-use', 'beta-blocker-or-rate-limiting-drug-use'],
  ],
  ['A man of 41 is short of breath. DVT 2018, off apixaban.', [], ['anticoagulant-use']],
  ['男，70岁，头晕。他汀自己停了。', [], ['statin-use']],
  [
    'A man of 44 has heel pain. He took ciprofloxacin two years ago.',
    [],
    ['recent-fluoroquinolone-use', 'recent-antibiotic-use'],
  ],
  ['男，62岁，发热。十五年前车祸切了脾。', [], ['recent-trauma']],
  // what the next sentence says of all of this one, an answer to both of what is asked, and how somebody sleeps
  [
    'On arrival she was grunting and vomiting. By day 5 all of that was behind her.',
    [],
    ['nasal-flaring-or-grunting', 'vomiting'],
  ],
  ['咳嗽、气促三天，今晨呕吐。上述症状现已缓解。', [], ['cough', 'vomiting']],
  ['心情低落：2\n恶心或呕吐：0', ['nausea', 'vomiting'], []],
  ['She is out of breath on stairs. She sleeps flat on the one pillow.', ['orthopnoea'], []],
  ['走上坡路就喘，夜里能平躺。', ['orthopnoea'], []],
  // what is as usual, in words that deny nothing
  [
    'Chest pain since Monday. Speech and language normal, neck glands normal.',
    ['aphasia', 'cervical-lymphadenopathy'],
    [],
  ],
  // several verbs, a list in brackets, an item that begins as a statement would
  ['Patient denies ever having blacked out or had a fit.', ['syncope', 'seizure'], []],
  ['B symptoms (night sweats, weight loss) absent.', ['night-sweats', 'weight-loss'], []],
  [
    'No cough, persistent diarrhoea or post-nasal drip.',
    ['cough', 'chronic-diarrhoea', 'post-nasal-drip'],
    [],
  ],
  ['Denies fever, frequent urination and thirst.', ['urinary-frequency', 'polydipsia'], []],
  ['There is no sign of any obvious rash.', ['rash'], []],
  ['None of us has had a cough. She has not yet developed a rash.', ['cough', 'rash'], []],
  ['Clubbing and cyanosis were both notably absent.', ['clubbing', 'cyanosis'], []],
  ['患者否认咯血、盗汗及体重减轻。', ['haemoptysis', 'night-sweats', 'weight-loss'], []],
  ['家属否认患儿有抽风。', ['seizure'], []],
  ['无咳嗽、颈静脉怒张。', ['cough', 'raised-jugular-venous-pressure'], []],
  ['既往无高血压、糖尿病史。', ['known-hypertension', 'known-diabetes'], []],
  ['双下肢未见明显水肿。', ['peripheral-oedema'], []],
  ['没有便秘，头不疼，嗓子不痛，不喘不咳。', ['constipation', 'headache', 'sore-throat', 'cough'], []],
  ['与其说是头疼，不如说是头晕。', ['headache'], []],
  // what is asked and not answered, risks, and what others have
  [
    'Has she lost any weight? Could you ask whether he has had any nosebleeds?',
    [],
    ['weight-loss', 'epistaxis'],
  ],
  ['Opioids put her at high risk of constipation.', [], ['constipation']],
  ['A boy of 4 has a sore throat. Half the nursery is down with vomiting.', [], ['vomiting']],
  ['A man of 30 is well. All the family except him came down with a rash.', [], ['rash']],
  // what was asked for and denied, what has not come, what was looked for in vain, and a thing at the head of its denial
  ['Asked about cough and rash, he said no to both.', ['cough', 'rash'], []],
  ['Asked about vomiting or diarrhoea, she has had neither.', ['vomiting', 'diarrhoea'], []],
  ['Headache for four days; rash has yet to appear. She has not yet had vomiting.', ['rash', 'vomiting'], []],
  ['I looked carefully for jaundice and found none.', ['jaundice'], []],
  ['Nausea there is; vomiting he does not have.', ['vomiting'], []],
  ['No h/o cough or haemoptysis.', ['cough', 'haemoptysis'], []],
  ['We discussed syncope.', [], ['syncope']],
  ['Rash gone by Friday, sore throat went the day after.', [], ['rash', 'sore-throat']],
  ['皮疹、腹痛，一样都没有过。', ['rash', 'abdominal-pain'], []],
  ['问及咯血、盗汗，均否认；说到胸痛，他说从来没有。', ['haemoptysis', 'night-sweats', 'chest-pain'], []],
  ['目前尚未出现黄疸，腹水亦未形成。', ['jaundice', 'ascites'], []],
  ['至今仍未咳嗽，体重没掉，没有出现头痛。', ['cough', 'weight-loss', 'headache'], []],
  ['晕倒倒没晕倒过，就是心慌。', ['syncope'], []],
  ['咳嗽？不咳。心慌？没有没有。', ['cough', 'palpitations'], []],
  ['他从未便血、黑便。入院后无咯血。', ['haematochezia', 'melaena', 'haemoptysis'], []],
  ['拉肚子总算停了。原来失眠，现在变成嗜睡了。', [], ['diarrhoea', 'insomnia']],
];

describe('what is plainly denied, planned or long ago', () => {
  const vocabulary = shippedVocabulary();

  it.each(TOLD)('%s', (text, absent, notPresent) => {
    const { observed } = toEngineCase(CaseInput.parse({ narrative: text }), vocabulary);
    const ids = (presence: string) =>
      observed.filter((each) => each.presence === presence).map(({ findingId }) => findingId);
    expect(ids('absent')).toEqual(expect.arrayContaining([...absent]));
    for (const id of notPresent) expect(ids('present')).not.toContain(id);
  });

  it('keeps a medicine that is taken, and one of last week', () => {
    const { observed } = toEngineCase(
      CaseInput.parse({ narrative: 'A man of 41 takes apixaban. He had amoxicillin last week.' }),
      vocabulary,
    );
    const present = observed
      .filter(({ presence }) => presence === 'present')
      .map(({ findingId }) => findingId);
    expect(present).toEqual(expect.arrayContaining(['anticoagulant-use', 'recent-antibiotic-use']));
  });
});
