import { deidentify, type EngineReadyCase, toEngineCase } from '../../src/index';
import { shippedVocabulary } from '../../../../test/support/shipped';

const COMPILED = shippedVocabulary();

/** The two sample cases of the README, against the vocabulary that is shipped. */
const SAMPLES = {
  en: `A 58-year-old woman comes to the emergency department with sudden shortness of breath since this morning and
sharp pain on the right side of the chest when breathing in. She had a total knee replacement 11 days ago. She denies
cough, fever and haemoptysis. On examination: temperature 37.2 °C, pulse 112/min, BP 118/74 mmHg, respiratory rate
24/min, SpO2 91% on air. Her left calf is swollen and tender. The chest is clear on auscultation. D-dimer 2.4 mg/L FEU.
Troponin is normal. Her sister had a deep vein thrombosis.`,
  zh: `患者女，58岁。今晨突发呼吸困难，伴右侧胸痛，深吸气时加重。11天前行左膝关节置换术。否认咳嗽、发热及咯血。查体：体温37.2℃，脉搏112次/分，呼吸24次/分，血压118/74mmHg，血氧饱和度91%（未吸氧）。左小腿肿胀伴压痛，双肺呼吸音清，未闻及干湿啰音。D-二聚体2.4mg/L FEU，肌钙蛋白正常。其姐有深静脉血栓病史。`,
};

describe.each(['en', 'zh'] as const)('the sample case of the README (%s)', (language) => {
  let result: EngineReadyCase;
  beforeAll(() => {
    result = toEngineCase(
      { narrative: SAMPLES[language], language, patient: { age: null, sex: 'unknown' } },
      COMPILED,
    );
  });

  it('is understood completely', () => {
    expect(result.understood.unmatched).toEqual([]);
    expect(result.understood.warnings).toEqual([]);
    expect(result.patient).toEqual({ ageYears: 58, sex: 'female', pregnant: null });
  });

  it('says the same in both languages', () => {
    const said = result.observed.map(
      ({ findingId, presence, state }) => `${findingId} ${presence ?? state ?? ''}`,
    );
    expect(said).toEqual(
      expect.arrayContaining([
        'illness-onset seconds-minutes',
        'illness-duration under-24h',
        'sudden-onset-dyspnoea present',
        'pleuritic-chest-pain present',
        'recent-surgery-or-immobility present',
        'cough absent',
        'haemoptysis absent',
        'body-temperature normal',
        'heart-rate tachycardia',
        'systolic-blood-pressure normal',
        'calf-tenderness present',
        'unilateral-leg-swelling present',
        'focal-crackles absent',
        'troponin-hs lod-to-p99',
        'family-history-of-venous-thromboembolism present',
      ]),
    );
    expect(said.some((line) => /^d-dimer (?:markedly-)?raised$/.test(line))).toBe(true);
    expect(said).not.toContain('cough present');
  });

  it('holds no identity', () => {
    expect(deidentify(SAMPLES[language])).toMatchObject({ text: SAMPLES[language], masked: [] });
  });
});
