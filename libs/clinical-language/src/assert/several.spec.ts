import { compiledOnce } from '@openrounds/testing';
import { summary } from '../../test/summary';
import { symptom } from '../../test/vocabulary.fixture';
import { understandText } from '../read-case';

const vocabulary = compiledOnce({
  findings: [
    symptom('cough', 'Cough', '咳嗽'),
    symptom('jaundice', 'Jaundice', '黄疸'),
    symptom('rash', 'Rash', '皮疹'),
    symptom('oedema', 'Oedema', '水肿'),
    symptom('areflexia', 'Absent tendon reflexes', '腱反射消失', {
      synonyms: { en: ['knee jerks absent', 'ankle jerks absent', 'reflexes absent'], zh: [] },
    }),
    symptom('amenorrhoea', 'Amenorrhoea', '闭经', {
      synonyms: { en: ['periods absent', 'menstruation absent', 'menses absent'], zh: [] },
    }),
  ],
  panels: [],
});

describe('denials of several things', () => {
  it.each([
    // a verb of several things
    ['Jaundice and rash were absent.', ['jaundice-', 'rash-']],
    ['Jaundice, rash and oedema are absent.', ['jaundice-', 'oedema-', 'rash-']],
    ['Both jaundice and rash were absent.', ['jaundice-', 'rash-']],
    ['Jaundice and rash are not reported.', ['jaundice-', 'rash-']],
    ['He has a cough and jaundice and rash were absent.', ['cough+', 'jaundice+', 'rash-']],
    ['She had a cough, and rash was absent.', ['cough+', 'rash-']],
    // a list with its verb behind it
    ['No jaundice or rash was seen.', ['jaundice-', 'rash-']],
    ['No jaundice, rash or oedema is present.', ['jaundice-', 'oedema-', 'rash-']],
    ['Neither jaundice nor rash is present.', ['jaundice-', 'rash-']],
    ['Jaundice, rash or oedema is absent.', ['jaundice-', 'oedema-', 'rash-']],
    ['He has a cough, rash or oedema is absent.', ['cough+', 'oedema-', 'rash-']],
    ['No cough; rash is present.', ['cough-', 'rash+']],
    ['Rash or oedema is present.', ['oedema+', 'rash+']],
    ['黄疸、皮疹或水肿：无', ['jaundice-', 'oedema-', 'rash-']],
  ])('%s', (text, expected) => {
    expect(summary(understandText(text, undefined, vocabulary))).toEqual(expected);
  });
});

describe('what is absent where its absence is the finding', () => {
  it.each([
    ['Knee jerks are absent.', ['areflexia+']],
    ['The ankle jerks were absent.', ['areflexia+']],
    ['Periods have been absent for a while.', ['amenorrhoea+']],
    ['Jaundice has been absent.', ['jaundice-']],
    ['The rash is absent.', ['rash-']],
  ])('%s', (text, expected) => {
    expect(summary(understandText(text, undefined, vocabulary))).toEqual(expected);
  });
});
