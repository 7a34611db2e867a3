import { type CaseInput } from '@openrounds/contracts';
import { compiledOnce } from '@openrounds/testing';
import { symptom, VOCABULARY } from '../../test/vocabulary.fixture';
import { toEngineCase, understandText } from '../read-case';

/** Said of patients at large. */
const TEXTS = ['She came by bus and waited for an hour. My garden is quite wet by the morning. '.repeat(20)];
const UNKNOWN = { age: null, sex: 'unknown' as const };
const [OF_LUNGS, OF_HEADS] = [0, 1];
const show = (disease: number, ...findingIds: string[]) =>
  findingIds.map((findingId) => ({ findingId, nats: new Map([[disease, 5]]) }));

const vocabulary = compiledOnce({
  ...VOCABULARY,
  texts: TEXTS,
  findings: [
    ...VOCABULARY.findings,
    symptom('soaked-bed', 'Sweat-soaked bedclothes', '汗湿被褥', {
      synonyms: { en: ['pillow soaked by sweat', 'mattress soaked by sweat'], zh: [] },
    }),
  ],
  manifestations: [
    ...show(OF_LUNGS, 'cough', 'haemoptysis', 'dyspnoea', 'soaked-bed'),
    ...show(OF_HEADS, 'headache', 'vomiting', 'syncope'),
  ],
});

const SOAKED = 'Sweat, and my pillow was quite soaked.';
const isRead = (text: string): boolean =>
  understandText(text, undefined, vocabulary).findings.some(({ findingId }) => findingId === 'soaked-bed');

describe('what is read by likeness', () => {
  it('stands where it goes with the rest that is told', () => {
    expect(isRead(`Cough, haemoptysis and dyspnoea. ${SOAKED}`)).toBe(true);
    expect(isRead(`Headache, vomiting and syncope. ${SOAKED}`)).toBe(false);
  });

  it('stands where too little is told to say so', () => {
    expect(isRead(`Headache and vomiting. ${SOAKED}`)).toBe(true);
  });

  it('is held against what is there alone, and not against what is denied', () => {
    expect(isRead(`No headache, vomiting or syncope. ${SOAKED}`)).toBe(true);
  });

  it('leaves its words unread where it does not stand', () => {
    const { unmatched } = understandText(`Headache, vomiting and syncope. ${SOAKED}`, undefined, vocabulary);
    expect(unmatched.map(({ quote }) => quote).join(' ')).toContain('soaked');
  });

  it('takes nothing from what is told in so many words', () => {
    expect(isRead('Headache, vomiting and syncope. Pillow soaked by sweat.')).toBe(true);
  });

  it('is held against what is coded beside the text, and in a stage against what was told before', () => {
    const coded = ['headache', 'vomiting', 'syncope'].map((findingId) => ({
      findingId,
      presence: 'present' as const,
    }));
    const readIn = (input: Partial<CaseInput>): boolean =>
      toEngineCase({ patient: UNKNOWN, ...input }, vocabulary).observed.some(
        ({ findingId }) => findingId === 'soaked-bed',
      );
    expect(readIn({ narrative: SOAKED })).toBe(true);
    expect(readIn({ narrative: SOAKED, findings: coded })).toBe(false);
    const stages = [{ name: 'later', narrative: SOAKED }];
    expect(readIn({ narrative: 'Headache, vomiting and syncope.', stages })).toBe(false);
    expect(readIn({ narrative: 'Cough, haemoptysis and dyspnoea.', stages })).toBe(true);
  });
});
