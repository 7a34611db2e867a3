import { LlmFault } from '../../ports/llm-fault';
import { PATIENT_EXAMPLES } from './examples';
import { PATIENT } from './patient';
import { type LlmVoiceRequest } from './voice';

const request = (change: Partial<LlmVoiceRequest> = {}): LlmVoiceRequest => ({
  language: 'en',
  patient: { ageYears: 58, sex: 'female' },
  statements: [{ id: 's1', text: 'Cough for 3 days.' }],
  question: 'What "brings" you\nhere?',
  withheld: ['Pneumonia'],
  ...change,
});
const say = (text: string, statementIds = ['s1']) =>
  PATIENT.read({ sentences: [{ text, statementIds }] }, request());

describe('the prompt of the patient', () => {
  it('tells what is released, as data, and not what is withheld', () => {
    const { user } = PATIENT.prompt(request());
    expect(user).toBe(
      [
        'Patient:\n- age in years: 58\n- sex: female',
        'Statements:\n- s1: "Cough for 3 days."',
        'The student asks: "What \\"brings\\" you\\nhere?"',
        'Speak English.',
      ].join('\n\n'),
    );
  });
});

describe('the reading of the patient', () => {
  it.each(PATIENT_EXAMPLES)('$name', ({ input, raw, value }) => {
    expect(PATIENT.read(raw, input)).toEqual(value);
  });

  it.each([
    ['markup', '<img src=x onerror=alert(1)>I cough.', 'not-plain'],
    ['a link', 'I cough, see https://example.org.', 'not-plain'],
    ['a picture', 'I cough ![x](x.png)', 'not-plain'],
    ['a made-up number', 'I have coughed for 4 days.', 'number'],
    ['a made-up number in words', 'I have coughed for four days.', 'number'],
    ['the diagnosis', 'They said PNEUMONIA.', 'withheld'],
  ])('drops and counts %s', (_, text, why) => {
    expect(say(text)).toEqual({ sentences: [], dropped: { [why]: 1 } });
  });

  it('drops what comes from nothing that was released', () => {
    expect(say('My dog died.', ['s2'])).toEqual({ sentences: [], dropped: { 'no-statement': 1 } });
  });

  it('says one line, whatever the model wrote', () => {
    expect(say('I cough.\u0000\n\nFor three days.').sentences[0]?.text).toBe('I cough. For three days.');
  });

  it.each([null, {}, { sentences: 'x' }, { sentences: [{ text: 'x' }] }])(
    'refuses another shape: %j',
    (raw) => {
      expect(() => PATIENT.read(raw, request())).toThrow(new LlmFault('unusable-answer'));
    },
  );
});
