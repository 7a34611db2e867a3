import { NameDictionary } from '../vocabulary/name-dictionary';
import { namedIn } from './named-in';

const names = new NameDictionary([
  { id: 'asthma', kind: 'disease', name: { en: 'asthma', zh: '支气管哮喘' } },
  { id: 'sepsis', kind: 'disease', name: { en: 'sepsis', zh: '脓毒症' }, synonyms: { en: ['septic shock'] } },
  { id: 'fever', kind: 'finding', name: { en: 'fever', zh: '发热' } },
]);
const diseases = (headings: string[], text: string) => namedIn(names, headings, text).forDiseases;

describe('namedIn', () => {
  it('goes by the headings, whatever else the text mentions', () => {
    expect(diseases(['Acute asthma'], 'Think of sepsis. Sepsis looks different.')).toEqual(['asthma']);
  });

  it('takes what the text names again where the headings name nothing', () => {
    expect(diseases(['First hour'], 'In sepsis, and in septic shock above all: asthma is rare.')).toEqual([
      'sepsis',
    ]);
    expect(diseases(['首小时'], '脓毒症一经诊断，脓毒症患者应尽快用药。')).toEqual(['sepsis']);
  });

  it('tells findings from diseases', () => {
    const named = namedIn(names, ['Fever on the ward'], 'Sepsis or not? Sepsis until it is excluded.');
    expect(named).toEqual({ forDiseases: ['sepsis'], forFindings: ['fever'] });
  });

  it('finds nothing where nothing is named', () => {
    expect(namedIn(names, ['Rota'], 'Who is on call.')).toEqual({ forDiseases: [], forFindings: [] });
  });
});
