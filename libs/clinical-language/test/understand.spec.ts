import fc from 'fast-check';
import { compiledOnce, tries } from '@openrounds/testing';
import { summary } from './summary';
import { VOCABULARY } from './vocabulary.fixture';
import { type Understanding } from '../src/model/understanding';
import { understandText } from '../src/read-case';

const vocabulary = compiledOnce(VOCABULARY);
const understand = (text: string): Understanding => understandText(text, undefined, vocabulary);

describe('assertion', () => {
  it.each([
    ['She has chest pain.', ['chest-pain+']],
    ['She denies chest pain, cough and haemoptysis.', ['chest-pain-', 'cough-', 'haemoptysis-']],
    ['No fever or cough.', ['body-temperature=normal', 'cough-']],
    ['无发热、咳嗽。', ['body-temperature=normal', 'cough-']],
    ['无尿频，伴头疼。', ['headache+', 'urinary-frequency-']],
    [
      'Denies cough, headache, or vomiting but reports a rash.',
      ['cough-', 'headache-', 'rash+', 'vomiting-'],
    ],
    ['Her calf is not swollen.', ['calf-swelling-']],
    ['No cough or haemoptysis.', ['cough-', 'haemoptysis-']],
    ['No cough, headache, or vomiting.', ['cough-', 'headache-', 'vomiting-']],
    ['Neither cough nor vomiting.', ['cough-', 'vomiting-']],
    ['He (not a smoker) has a cough.', ['cough+']],
    ['No cough but chest pain is present.', ['chest-pain+', 'cough-']],
    ['No headache, she has a cough.', ['cough+', 'headache-']],
    ['She has not had a cough.', ['cough-']],
    ['Haemoptysis was ruled out.', ['haemoptysis-']],
    [
      'The cough has not improved; no change in the headache.',
      ['cough+', 'headache+', 'illness-course=first-constant'],
    ],
    ['He walks as if drunk and has a headache.', ['headache+']],
    ['Come back if there is a headache.', []],
    ['DVT 3 years ago; now a cough.', ['cough+', 'previous-venous-thromboembolism+']],
    ['DVT 3 days ago.', []],
    ['他爸得过DVT，我朋友也有DVT。', ['family-history-of-venous-thromboembolism+']],
    ['Possible haemoptysis.', ['haemoptysis?']],
    ['If headache develops, return.', []],
    ['Her husband has a cough.', []],
    ['He was brought in by his mother with vomiting.', ['vomiting+']],
    ['His mother reports vomiting.', ['vomiting+']],
    ['His mother has also noticed that he has diarrhoea.', ['diarrhoea+']],
    ['According to her parents she has a cough.', ['cough+']],
    ['Noticed by his wife, a rash.', ['rash+']],
    ['Her son states that she is vomiting.', ['vomiting+']],
    ['Her mother says that her daughter has a cough.', ['cough+']],
    ['Her mother complains of headache.', []],
    ['Her father was told to have migraine.', ['family-history-of-migraine+']],
    [
      'Mother has migraine and a DVT.',
      ['family-history-of-migraine+', 'family-history-of-venous-thromboembolism+'],
    ],
    ['Non-watery diarrhoea and vomiting.', ['diarrhoea+', 'vomiting+']],
    ['Past medical history: persistent cough and hypertension.', ['cough+', 'known-hypertension+']],
    ['Past medical history: cough.', []],
    ['PMH: HypertensionDiabetes', ['known-diabetes+', 'known-hypertension+']],
    ['Her sister had a deep vein thrombosis.', ['family-history-of-venous-thromboembolism+']],
    ['No family history of DVT.', ['family-history-of-venous-thromboembolism-']],
    ['She had a DVT in the past.', ['previous-venous-thromboembolism+']],
    ['History of hypertension and asthma.', ['known-asthma+', 'known-hypertension+']],
    ['The differential includes a DVT.', []],
    ['Mother has migraine.', ['family-history-of-migraine+']],
    ['否认胸痛、咯血。', ['chest-pain-', 'haemoptysis-']],
    ['否认胸痛，咯血。', ['chest-pain-', 'haemoptysis-']],
    ['无咳嗽，有胸痛。', ['chest-pain+', 'cough-']],
    ['无咳嗽但有头痛。', ['cough-', 'headache+']],
    ['未见皮疹。', ['rash-']],
    ['皮疹阴性，头痛。', ['headache+', 'rash-']],
    ['不伴呕吐。', ['vomiting-']],
    ['无明显诱因出现胸痛。', ['chest-pain+']],
    ['无尿。', ['oliguria+']],
    ['可能咯血。', ['haemoptysis?']],
    ['其姐有深静脉血栓病史。', ['family-history-of-venous-thromboembolism+']],
    ['既往深静脉血栓。', ['previous-venous-thromboembolism+']],
    ['高血压病史10年。', ['known-hypertension+']],
    ['如出现头痛，及时就诊。', []],
  ])('%s', (text, expected) => {
    expect(summary(understand(text))).toEqual(expected);
  });

  it.each([
    ['In a family of three, she has diarrhoea.', ['diarrhoea+']],
    ['The 42-year-old mother fainted.', ['illness-onset=seconds-minutes', 'syncope+']],
    [
      'The 42-year-old mother fainted. The mother also had a cough.',
      ['cough+', 'illness-onset=seconds-minutes', 'syncope+'],
    ],
    [
      'A 30-year-old single mother of two fainted. Her mother had a DVT.',
      ['family-history-of-venous-thromboembolism+', 'illness-onset=seconds-minutes', 'syncope+'],
    ],
    ["The 5-year-old boy's mother had a DVT.", ['family-history-of-venous-thromboembolism+']],
    ['The mother had a DVT.', ['family-history-of-venous-thromboembolism+']],
    ['His older brother had a DVT.', ['family-history-of-venous-thromboembolism+']],
    ['DVT runs in the family.', ['family-history-of-venous-thromboembolism+']],
    ['患者，42岁母亲，晕厥。', ['syncope+']],
    ['两个孩子的母亲，晕厥。', ['syncope+']],
    ['其母有深静脉血栓病史。', ['family-history-of-venous-thromboembolism+']],
  ])('tells the patient from her relatives: %s', (text, expected) => {
    expect(summary(understand(text))).toEqual(expected);
  });

  it.each([
    ['Her sister had a deep vein thrombosis.', 'Her sister had a deep vein thrombosis'],
    ["The patient's mother had a DVT.", "The patient's mother had a DVT"],
    ['A sister had a DVT.', 'A sister had a DVT'],
    ['DVT runs in the family.', 'DVT runs in the family'],
    ['其姐有深静脉血栓病史。', '其姐有深静脉血栓病史'],
    ['No family history of DVT.', 'family history of DVT'],
  ])('quotes the relative with the family history: %s', (text, quote) => {
    expect(understand(text).findings).toEqual([
      expect.objectContaining({ source: expect.objectContaining({ quote }) as unknown }),
    ]);
  });

  it('quotes each of several things said of a relative once', () => {
    const quotes = understand('Her mother had a DVT and migraine.').findings.map(
      ({ source }) => source?.quote,
    );
    expect(quotes).toEqual(['Her mother had a DVT', 'migraine']);
  });

  it.each([
    ['She is pregnant.', ['pregnancy+'], true],
    ['Past medical history: hypertension in pregnancy.', ['known-hypertension+'], null],
    ['Past medical history: diabetes. Pregnant twice.', ['known-diabetes+'], null],
    ['Hypertension in her last pregnancy.', ['known-hypertension+'], null],
    ['既往妊娠期高血压。', [], null],
    ['既往史：妊娠期糖尿病。', [], null],
    ['妊娠20周，呕吐。', ['pregnancy+', 'vomiting+'], true],
  ])('tells a present pregnancy from a past one: %s', (text, expected, pregnant) => {
    const { patient, ...understanding } = understand(`A woman. ${text}`);
    expect(summary({ patient, ...understanding })).toEqual(expected);
    expect(patient.pregnant).toBe(pregnant);
  });

  it('says why something is left out', () => {
    expect(understand('The differential includes a DVT.').warnings).toEqual([
      expect.objectContaining({ code: 'diagnosis-named', quote: 'DVT' }),
    ]);
    expect(understand('Her husband has a cough.').warnings).toEqual([
      expect.objectContaining({ code: 'other-person-ignored', quote: 'cough' }),
    ]);
    expect(understand('Her father has a cough.').warnings).toEqual([
      expect.objectContaining({ code: 'family-history-unmapped', findingId: 'cough' }),
    ]);
  });
});

describe('matching', () => {
  it.each([
    ['SHORTNESS OF BREATH', ['dyspnoea+']],
    ['He coughs and vomited.', ['cough+', 'vomiting+']],
    ['hemoptysis', ['haemoptysis+']],
    ['Sharp pain in the chest when breathing in.', ['chest-pain+', 'pleuritic-chest-pain+']],
    ['Her left calf is swollen and tender.', ['calf-swelling+', 'calf-tenderness+']],
    ['Swelling and tenderness of the left calf.', ['calf-swelling+', 'calf-tenderness+']],
    ['The calf is swollen but not tender.', ['calf-swelling+']],
    ['左小腿肿胀伴压痛', ['calf-swelling+', 'calf-tenderness+']],
    ['腹部压痛，无反跳痛', ['rebound-tenderness-']],
    ['Chest clear.', ['crackles-']],
    ['Calf not swollen, chest clear.', ['calf-swelling-', 'crackles-']],
    ['The chest is not clear.', []],
    ['双肺呼吸音清', ['crackles-']],
    ['ＳＯＢ　and ｃｏｕｇｈ', ['cough+', 'dyspnoea+']],
    ['co\u200bugh', ['cough+']],
  ])('%s', (text, expected) => {
    expect(summary(understand(text))).toEqual(expected);
  });

  it('keeps the more specific of two statements that contradict and reports the other', () => {
    const understanding = understand('No chest pain. Pleuritic chest pain since yesterday.');
    expect(summary(understanding)).toEqual(['illness-duration=days-1-7', 'pleuritic-chest-pain+']);
    expect(understanding.warnings).toEqual([
      expect.objectContaining({
        code: 'contradiction-resolved',
        findingId: 'chest-pain',
        quote: 'chest pain',
      }),
    ]);
  });

  it('believes a measurement more than a panel', () => {
    expect(summary(understand('Vitals stable. Temperature 38.9 °C.'))).toEqual([
      'body-temperature=38.9 Cel',
      'heart-rate=normal',
    ]);
  });

  it('reads a word and a number of one quantity as one statement', () => {
    const understanding = understand('发热2天，最高体温39.8℃。');
    expect(summary(understanding)).toEqual(['body-temperature=39.8 Cel', 'illness-duration=days-1-7']);
    expect(understanding.warnings).toEqual([]);
  });
});

describe('time of the illness', () => {
  it.each([
    [
      'Sudden chest pain since this morning.',
      ['illness-duration=under-24h', 'illness-onset=seconds-minutes'],
    ],
    ['Cough for three days.', ['illness-duration=days-1-7']],
    [
      'A 3-week history of cough, getting worse.',
      ['illness-course=progressive', 'illness-duration=weeks-1-4', 'illness-onset=gradual'],
    ],
    ['Headache for the past week.', ['illness-duration=days-1-7']],
    ['Diarrhoea since the previous day.', ['illness-duration=days-1-7']],
    ['Headache for 24 hours.', ['illness-duration=under-24h']],
    ['Cough for a few months.', ['illness-duration=over-3-months', 'illness-onset=gradual']],
    ['She lost 5 kg in 6 weeks.', ['illness-duration=months-1-3', 'illness-onset=gradual']],
    ['Chronic headache.', ['illness-duration=over-3-months', 'illness-onset=gradual']],
    ['A long history of headache. Vomiting for 2 days.', ['illness-duration=days-1-7']],
    ['Chronic diabetes.', []],
    ['Recurrent attacks of headache lasting 12 to 24 hours.', ['illness-course=episodic']],
    ['It began 2 hours ago, a week after total knee replacement. Cough.', ['illness-duration=under-24h']],
    ['Cough without rash or vomiting for 2 weeks.', ['illness-duration=weeks-1-4']],
    [
      'A growing rash for 10 days.',
      ['illness-course=progressive', 'illness-duration=weeks-1-4', 'illness-onset=gradual'],
    ],
    [
      'Recurrent attacks of headache for a year.',
      ['illness-course=episodic', 'illness-duration=over-3-months'],
    ],
    ['Gradual headache over 2 months', ['illness-duration=months-1-3', 'illness-onset=gradual']],
    ['Cough. She had a total knee replacement 11 days ago.', []],
    ['Hypertension for 20 years. Cough for 2 days.', ['illness-duration=days-1-7']],
    ['咳嗽2周，已戒烟5年', ['illness-duration=weeks-1-4']],
    ['停经7周，呕吐1天', ['illness-duration=days-1-7']],
    ['She is 8 weeks pregnant with vomiting', []],
    ['Takes paracetamol twice a day for cough.', []],
    [
      '咳嗽3天，加重半天。',
      ['illness-course=progressive', 'illness-duration=days-1-7', 'illness-onset=days'],
    ],
    ['突发胸痛2小时', ['illness-duration=under-24h', 'illness-onset=seconds-minutes']],
    ['反复咳嗽10余年', ['illness-course=relapsing', 'illness-duration=over-3-months']],
    ['阵发性头痛三个月', ['illness-course=episodic', 'illness-duration=months-1-3']],
    ['11天前行膝关节置换术，今晨咳嗽', ['illness-duration=under-24h']],
    ['Cough. Neutrophils were 2 x10^9/L yesterday.', []],
    ['Cough for half a year.', ['illness-duration=over-3-months', 'illness-onset=gradual']],
    ['Chest pain for half an hour.', ['illness-duration=under-24h']],
    ['Cough for a fortnight.', ['illness-duration=weeks-1-4']],
    ['Cough for two and a half months.', ['illness-duration=months-1-3', 'illness-onset=gradual']],
    ['咳嗽半年', ['illness-duration=over-3-months', 'illness-onset=gradual']],
    ['咳嗽半月余', ['illness-duration=weeks-1-4']],
    ['咳嗽半个月', ['illness-duration=weeks-1-4']],
    ['咳嗽2个半月', ['illness-duration=months-1-3', 'illness-onset=gradual']],
    ['咳嗽两周', ['illness-duration=weeks-1-4']],
    ['头痛三天', ['illness-duration=days-1-7']],
    ['胸痛数小时', ['illness-duration=under-24h']],
    ['半年前行膝关节置换术，咳嗽两天', ['illness-duration=days-1-7']],
  ])('%s', (text, expected) => {
    expect(summary(understand(text)).filter((line) => line.startsWith('illness-'))).toEqual(expected);
  });
});

describe('quantities', () => {
  it.each([
    ['Temperature 38.9 °C', ['body-temperature=38.9 Cel']],
    ['T 38.9', ['body-temperature=38.9 Cel']],
    ['temp 102.2 F', ['body-temperature=102.2 [degF]']],
    ['84F, at home', []],
    ['体温38.9℃', ['body-temperature=38.9 Cel']],
    ['fever (39 °C)', ['body-temperature=39 Cel']],
    ['HR 112', ['heart-rate=112 /min']],
    ['脉搏112次/分', ['heart-rate=112 /min']],
    ['P 80 bpm', ['heart-rate=80 /min']],
    ['BP 90/60', ['systolic-blood-pressure=90 mm[Hg]']],
    ['血压118/74mmHg', ['systolic-blood-pressure=118 mm[Hg]']],
    ['Hb 12.5 g/dL', ['haemoglobin=12.5 g/dL']],
    ['glucose of 120 mg/dL', ['glucose=120 mg/dL']],
    ['D-dimer 2.4 mg/L FEU', ['d-dimer=2.4 mg/L{FEU}']],
    ['D-dimer < 0.3 mg/L', ['d-dimer=normal']],
    ['K+ 5.8 mEq/L', ['potassium=5.8 meq/L']],
    ['vitamin K 10 mg', []],
    ['raised D-dimer', ['d-dimer=raised']],
    ['D-dimer was not raised', ['d-dimer=normal']],
    ['D-二聚体升高', ['d-dimer=raised']],
    ['D-二聚体正常', ['d-dimer=normal']],
    ['She is afebrile? No fever.', ['body-temperature=normal']],
    ['P 3', []],
    ['T2 lesion', []],
  ])('%s', (text, expected) => {
    const woman = understandText(text, { age: { value: 40, unit: 'a' }, sex: 'female' }, vocabulary);
    expect(summary(woman)).toEqual(expected);
  });

  it.each([
    ['Neutrophils 0.2.', 'Neutrophils 0.2'],
    ['His neutrophils are 0.2 today.', 'neutrophils are 0.2'],
    ['中性粒细胞0.2。', '中性粒细胞0.2'],
  ])('lists a value without a unit, says no state, and asks with its words: %s', (text, quote) => {
    const { findings, labs, warnings } = understand(text);
    expect([findings, labs.map(({ value, state }) => [value, state])]).toEqual([[], [[0.2, undefined]]]);
    expect(warnings).toEqual([
      expect.objectContaining({ code: 'unit-missing', findingId: 'neutrophil-count', quote }),
    ]);
  });

  it('never guesses the unit of a laboratory value', () => {
    const understanding = understand('Glucose 7');
    expect(understanding.findings).toEqual([]);
    expect(understanding.warnings).toEqual([
      expect.objectContaining({ code: 'unit-missing', findingId: 'glucose' }),
    ]);
  });

  it('lists laboratory results with the state they come to', () => {
    expect(understand('D-dimer 2.4 mg/L FEU.').labs).toEqual([
      expect.objectContaining({
        name: 'D-dimer',
        value: 2.4,
        unit: 'mg/L{FEU}',
        findingId: 'd-dimer',
        state: 'raised',
      }),
    ]);
  });
});

describe('what is left over', () => {
  it.each([
    ['A woman comes to the emergency department with a cough and purple elbows.', ['purple elbows']],
    ['She denies cough.', []],
    ['患者因咳嗽、紫色肘部入院', ['紫色肘部']],
    ['A 58-year-old woman, seen yesterday.', []],
  ])('%s', (text, expected) => {
    expect(understand(text).unmatched.map(({ quote }) => quote)).toEqual(expected);
  });
});

describe('any text', () => {
  const fragments = fc.constantFrom(
    'chest pain',
    'no ',
    'denies ',
    '胸痛',
    '否认',
    '，',
    '。',
    '. ',
    '38.9 °C ',
    'BP 90/60',
    '😀',
    '\u0000',
    '\ud800',
    '\u202e',
    '\u200b',
    '<script>alert(1)</script>',
    'Ignore all previous instructions',
    '３８',
    'ﬁ',
    'é',
    '\r\n',
    '1:160',
    '小腿肿胀伴压痛',
  );
  const anyText = fc.oneof(
    fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('is understood without a throw, and every offset gives its quote', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { findings, unmatched, warnings } = understand(text);
        const points = Array.from(text);
        const quoted: { start?: number; end?: number; quote?: string }[] = [
          ...findings.flatMap(({ source }) => source ?? []),
          ...unmatched,
          ...warnings,
        ];
        for (const { start, end, quote } of quoted) {
          if (start === undefined || end === undefined) continue;
          expect(points.slice(start, end).join('')).toBe(quote);
        }
      }),
      tries(300),
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(understand(text)).toEqual(understand(text));
      }),
      { numRuns: 50 },
    );
  });
});
