import { type CompiledVocabulary } from '../lexicon/compile';
import { bySurface } from '../lexicon/phrase-dictionary';
import { PhraseTrie } from '../lexicon/phrase-trie';
import { surfaceKeys } from '../lexicon/phrases';

/** A vital sign or electrolyte: how notes name it and the unit it has when none is written. */
export interface VitalSign {
  /** Ids under which a knowledge base may hold it; the first that exists is used, else its LOINC code. */
  readonly ids: readonly string[];
  readonly loinc: string;
  /** UCUM unit of a bare number, if the number is one that this sign can have. */
  usualUnit(value: number): string | undefined;
  /** Units that a one-letter name must come with to be this sign. */
  readonly units: RegExp;
  /** A bare number is asked about: the range outside which it is something else. */
  readonly asksUnitOf?: readonly [number, number];
}

const between = (low: number, high: number, unit: string) => (value: number) =>
  value >= low && value <= high ? unit : undefined;

export const TEMPERATURE: VitalSign = {
  ids: ['body-temperature', 'temperature'],
  loinc: '8310-5',
  units: /^(?:Cel|\[degF\])$/,
  usualUnit: (value) => between(25, 45, 'Cel')(value) ?? between(77, 113, '[degF]')(value),
};
const PULSE: VitalSign = {
  ids: ['heart-rate', 'pulse-rate'],
  loinc: '8867-4',
  units: /^\/min$/,
  usualUnit: between(15, 320, '/min'),
};
const RESPIRATION: VitalSign = {
  ids: ['respiratory-rate'],
  loinc: '9279-1',
  units: /^\/min$/,
  usualUnit: between(3, 120, '/min'),
};
const SATURATION: VitalSign = {
  ids: ['oxygen-saturation', 'spo2'],
  loinc: '59408-5',
  units: /^%$/,
  usualUnit: between(30, 100, '%'),
};
export const SYSTOLIC: VitalSign = {
  ids: ['systolic-blood-pressure'],
  loinc: '8480-6',
  units: /^(?:mm\[Hg\]|kPa)$/,
  usualUnit: between(30, 320, 'mm[Hg]'),
};
export const DIASTOLIC: VitalSign = {
  ids: ['diastolic-blood-pressure'],
  loinc: '8462-4',
  units: /^(?:mm\[Hg\]|kPa)$/,
  usualUnit: between(10, 220, 'mm[Hg]'),
};

const CONSCIOUSNESS: VitalSign = {
  ids: ['glasgow-coma-scale'],
  loinc: '9269-2',
  units: /^(?:\{score\}|1)$/,
  usualUnit: between(3, 15, '{score}'),
};

/**
 * An electrolyte by its symbol: never without a unit. A bare number is asked about if some usual unit makes it one
 * that a patient can have.
 */
const electrolyte = (id: string, loinc: string, low: number, high: number): VitalSign => ({
  ids: [id, `serum-${id}`],
  loinc,
  units: /^m(?:mol|eq)\/L$|^mg\/dL$/,
  usualUnit: () => undefined,
  asksUnitOf: [low, high],
});

/** A name of a vital sign; single letters need their number right behind them. */
export interface VitalName {
  readonly signs: readonly VitalSign[];
  readonly needsNumberNext: boolean;
  /** A chemical symbol as it has to be written for a bare number behind it to be asked about. */
  readonly symbol?: string;
}

const NAMES: readonly (readonly [readonly VitalSign[], string])[] = [
  [
    [TEMPERATURE],
    `temperature|body temperature|temp|t|tmax|core temperature|rectal temperature|oral temperature|tympanic temperature|axillary temperature|
    fever of|fever up to|fever to|febrile at|febrile to|fever|体温|腋温|肛温|口温|耳温|最高体温|体温最高|发热|发烧|高热`,
  ],
  [[PULSE], 'pulse|pulse rate|heart rate|hr|p|心率|脉搏|脉率|脉'],
  [
    [RESPIRATION],
    'respiratory rate|respirations|respiration|rr|r|resp rate|resps|breathing rate|呼吸|呼吸频率',
  ],
  [
    [SATURATION],
    `spo2|sao2|sp02|oxygen saturation|oxygen saturations|o2 saturation|o2 sat|o2 sats|sats|sat|saturation|saturations|saturating|satting|pulse oximetry|
    血氧饱和度|氧饱和度|指脉氧|指脉氧饱和度|指氧饱和度|血氧|经皮血氧饱和度`,
  ],
  [[SYSTOLIC, DIASTOLIC], 'blood pressure|bp|血压'],
  [
    [CONSCIOUSNESS],
    'gcs|glasgow coma scale|glasgow coma score|gcs score|gcs评分|格拉斯哥评分|格拉斯哥昏迷评分',
  ],
  [[SYSTOLIC], 'systolic blood pressure|systolic|sbp|systolic bp|收缩压'],
  [[DIASTOLIC], 'diastolic blood pressure|diastolic|dbp|diastolic bp|舒张压'],
];

/** Symbols as they are written, with what stands for the charge. */
const SYMBOLS: readonly (readonly [VitalSign, string])[] = [
  [electrolyte('sodium', '2951-2', 90, 200), 'Na|Na+|钠'],
  [electrolyte('potassium', '2823-3', 1, 12), 'K|K+|钾'],
  [electrolyte('chloride', '2075-0', 50, 160), 'Cl|Cl-|氯'],
  [electrolyte('bicarbonate', '1963-8', 2, 60), 'HCO3|HCO3-'],
  [electrolyte('calcium', '2000-8', 0.5, 24), 'Ca|Ca2+|Ca++|钙'],
  [electrolyte('magnesium', '2601-3', 0.1, 12), 'Mg|Mg2+|Mg++|镁'],
  [electrolyte('phosphate', '14879-1', 0.1, 15), 'PO4|磷'],
];

function buildNames(): PhraseTrie<VitalName> {
  const trie = new PhraseTrie<VitalName>();
  for (const [signs, names] of NAMES) {
    for (const name of names.split('|').map((part) => part.trim())) {
      const needsNumberNext = /^[a-z]$/.test(name) || /^(?:fever|发热|发烧|高热|sat)$/.test(name);
      trie.add(surfaceKeys(name), { signs, needsNumberNext });
    }
  }
  for (const [sign, names] of SYMBOLS) {
    for (const symbol of names.split('|'))
      trie.add(surfaceKeys(symbol), { signs: [sign], needsNumberNext: true, symbol });
  }
  return trie;
}

export const VITAL_NAMES: PhraseTrie<VitalName> = buildNames();
export const byVitalName = bySurface;

/** The finding of a vocabulary that holds a vital sign. */
export function findingOfSign(sign: VitalSign, vocabulary: CompiledVocabulary): string | undefined {
  return sign.ids.find((id) => vocabulary.findings.has(id)) ?? vocabulary.byCode.get(`LOINC|${sign.loinc}`);
}
