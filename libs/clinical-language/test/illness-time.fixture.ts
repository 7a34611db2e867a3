import { compiledOnce } from '@openrounds/testing';
import { type VocabularyFinding } from '../src/model/vocabulary';
import { understandText } from '../src/read-case';
import { symptom } from './vocabulary.fixture';

const attribute = (id: string, states: string[]): VocabularyFinding =>
  symptom(id, id, id, { kind: 'history', domain: 'categorical', states });

const history = (id: string, en: string[], zh: string[]): VocabularyFinding =>
  symptom(id, en[0] ?? id, zh[0] ?? id, { kind: 'history', synonyms: { en, zh } });

const COMPLAINTS: readonly (readonly [id: string, en: string[], zh: string[]])[] = [
  ['cough', ['cough', 'coughs', 'coughing'], ['咳嗽']],
  ['headache', ['headache', 'headaches'], ['头痛']],
  ['fever', ['fever'], ['发热', '发烧']],
  ['vomiting', ['vomiting', 'vomits'], ['呕吐']],
  ['dizziness', ['dizziness', 'dizzy'], ['头晕']],
  ['chest-pain', ['chest pain'], ['胸痛']],
  ['back-pain', ['back pain'], ['腰痛']],
  ['abdominal-pain', ['abdominal pain'], ['腹痛']],
  ['knee-pain', ['knee pain', 'the knee swelled'], ['膝痛']],
  ['wrist-pain', ['wrist pain'], ['腕痛']],
  ['rash', ['rash'], ['皮疹']],
  ['weakness', ['weakness'], ['乏力']],
  ['dyspnoea', ['breathlessness'], ['呼吸困难', '气短']],
  ['lump', ['lump'], ['包块']],
  ['chills', ['chills'], ['寒战']],
];

const VOCABULARY = compiledOnce({
  findings: [
    attribute('illness-onset', ['seconds-minutes', 'hours', 'days', 'gradual']),
    attribute('illness-duration', ['under-24h', 'days-1-7', 'weeks-1-4', 'months-1-3', 'over-3-months']),
    attribute('illness-course', ['first-constant', 'progressive', 'episodic', 'relapsing', 'resolving']),
    ...COMPLAINTS.map(([id, en, zh]) => symptom(id, en[0] ?? id, zh[0] ?? id, { synonyms: { en, zh } })),
    history('known-hypertension', ['hypertension'], ['高血压']),
    history('known-diabetes', ['diabetes', 'known diabetic'], ['糖尿病']),
  ],
  panels: [],
});

/** Onset, duration and course as a text is read, `-` for what it does not tell. */
export function illnessTimeOf(text: string): string {
  const { findings } = understandText(text, undefined, VOCABULARY);
  const stateOf = (part: string): string => {
    const value = findings.find(({ findingId }) => findingId === `illness-${part}`)?.value;
    return value !== undefined && 'code' in value ? value.code : '-';
  };
  return ['onset', 'duration', 'course'].map(stateOf).join(' ');
}
