import type { CaseBody } from '../api/types';
import { draftOfTeachingCase } from './draft-of-teaching-case';

const body: CaseBody = {
  title: { en: 'Breathless', zh: '气促' },
  licence: 'CC BY 4.0',
  author: 'A school',
  origin: 'fictional',
  presentingProblem: 'dyspnoea',
  setting: 'emergency',
  patient: { ageYears: 58, sex: 'female', pregnant: false },
  stages: [
    { stage: 'history', text: { en: 'It hurts.\n', zh: '疼痛。' } },
    { stage: 'examination', text: { en: 'The calf is swollen.' } },
  ],
  key: { diagnosis: 'pulmonary-embolism' },
  teachingPoints: [{ en: 'Look at the calf.' }],
};

describe('draftOfTeachingCase', () => {
  it('tells all stages in one language, the other one where a text is missing, and nothing of the key', () => {
    const draft = draftOfTeachingCase(body, 'zh');
    expect(draft).toMatchObject({
      title: '气促',
      narrative: '疼痛。\n\nThe calf is swollen.',
      age: { value: 58, unit: 'a' },
      sex: 'female',
      pregnant: false,
      setting: 'emergency',
    });
    expect(JSON.stringify(draft)).not.toContain('embolism');
    expect(draftOfTeachingCase(body, 'en').narrative).toBe('It hurts.\n\nThe calf is swollen.');
  });
});
