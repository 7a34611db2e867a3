/** What a coded result says, in the words in which the vocabulary takes a result without a number. */
export type Answer = 'positive' | 'negative' | 'high' | 'low' | 'normal';

const SNOMED = 'http://snomed.info/sct';
const LOINC = 'http://loinc.org';
const NCIT = [
  'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl',
  'http://purl.obolibrary.org/obo/ncit.owl',
];
const INTERPRETATION = [
  'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
  'http://hl7.org/fhir/v3/ObservationInterpretation',
  'http://hl7.org/fhir/v2/0078',
  'http://terminology.hl7.org/CodeSystem/v2-0078',
];

const table = (systems: readonly string[], rows: Readonly<Record<string, Answer>>) =>
  systems.flatMap((system) =>
    Object.entries(rows).map(([code, answer]) => [`${system}|${code}`, answer] as const),
  );

/** HL7's interpretation codes. Critical values claim no more than their direction; "abnormal" claims none. */
const INTERPRETATIONS = new Map(
  table(INTERPRETATION, {
    POS: 'positive',
    DET: 'positive',
    RR: 'positive',
    NEG: 'negative',
    ND: 'negative',
    NR: 'negative',
    H: 'high',
    HU: 'high',
    HH: 'high',
    L: 'low',
    LU: 'low',
    LL: 'low',
    N: 'normal',
  }),
);

/** Qualifier values of SNOMED CT, answers of LOINC and terms of the NCI Thesaurus that results are coded with. */
const ANSWERS = new Map([
  ...table([SNOMED], {
    '10828004': 'positive',
    '52101004': 'positive',
    '260373001': 'positive',
    '11214006': 'positive',
    '260385009': 'negative',
    '2667000': 'negative',
    '260415000': 'negative',
    '131194007': 'negative',
    '17621005': 'normal',
    '75540009': 'high',
    '62482003': 'low',
  }),
  ...table([LOINC], {
    'LA6576-8': 'positive',
    'LA11882-0': 'positive',
    'LA9633-4': 'positive',
    'LA6577-6': 'negative',
    'LA11883-8': 'negative',
    'LA9634-2': 'negative',
    'LA6626-1': 'normal',
  }),
  ...table(NCIT, { C25626: 'positive', C48190: 'negative' }),
  // Tobacco smoking status, as the International Patient Summary and US Core code it; who has smoked counts as a smoker.
  ...table([LOINC], {
    'LA18976-3': 'positive',
    'LA18977-1': 'positive',
    'LA15920-4': 'positive',
    'LA18979-7': 'positive',
    'LA18981-3': 'positive',
    'LA18982-1': 'positive',
    'LA18978-9': 'negative',
  }),
  ...table([SNOMED], {
    '449868002': 'positive',
    '428041000124106': 'positive',
    '8517006': 'positive',
    '77176002': 'positive',
    '428071000124103': 'positive',
    '428061000124105': 'positive',
    '266919005': 'negative',
  }),
  ...INTERPRETATIONS,
]);

const PREGNANCY = new Map([
  [`${LOINC}|LA15173-0`, true],
  [`${SNOMED}|77386006`, true],
  [`${LOINC}|LA26683-5`, false],
  [`${SNOMED}|60001007`, false],
]);

/** LOINC "Pregnancy status", as the International Patient Summary has it. */
export const PREGNANCY_STATUS = '82810-3';

/** A coding of any terminology. */
export interface AnyCoding {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

const find =
  <T>(map: ReadonlyMap<string, T>) =>
  (codings: readonly AnyCoding[]): T | undefined =>
    codings
      .map(({ system = '', code = '' }) => map.get(`${system}|${code}`))
      .find((each) => each !== undefined);

/** The answer that a result is coded with. */
export const answerOf = find<Answer>(ANSWERS);

/** The answer that a laboratory's flag gives. */
export const interpretationOf = find<Answer>(INTERPRETATIONS);

/** Whether a coded pregnancy status says pregnant; undefined if it says neither. */
export const pregnancyOf = find<boolean>(PREGNANCY);

/** The same system as FHIR's URI, of the prefix of a compact identifier. */
const URI_OF_PREFIX: Readonly<Record<string, string>> = {
  SNOMED,
  SNOMEDCT: SNOMED,
  SCT: SNOMED,
  LOINC,
  NCIT: NCIT[0] ?? '',
};

/** The answer that a compact identifier such as `NCIT:C25626` stands for. */
export function answerOfCurie(curie: string): Answer | undefined {
  const at = curie.indexOf(':');
  const system = URI_OF_PREFIX[curie.slice(0, Math.max(0, at)).toUpperCase()];
  return answerOf([{ system, code: curie.slice(at + 1) }]);
}
