import { type Schemas } from './client';

export type CaseBodyGiven = Schemas['CreateTeachingCaseInput']['body'];

/** A teaching case in two stages, made up, that nothing keeps from being published. */
export const teachingCase = (
  title = 'Breathless after a new knee',
  changes: Partial<CaseBodyGiven> = {},
): CaseBodyGiven => ({
  title: { en: title, zh: '膝关节置换术后气促' },
  licence: 'CC BY 4.0',
  author: 'A school',
  origin: 'fictional',
  presentingProblem: 'dyspnoea',
  setting: 'emergency',
  patient: { ageYears: 58, sex: 'female' },
  stages: [
    {
      stage: 'history',
      text: {
        en: 'Short of breath since this morning; breathing in hurts on the right. No blood was coughed up.',
        zh: '今晨起气促，吸气时右侧胸痛，无咯血。',
      },
      findings: { dyspnoea: 'present', 'pleuritic-chest-pain': 'present', haemoptysis: 'absent' },
    },
    {
      stage: 'examination',
      text: { en: 'The left calf is swollen.', zh: '左小腿肿胀。' },
      findings: { 'unilateral-leg-swelling': 'present' },
    },
  ],
  key: {
    diagnosis: 'pulmonary-embolism',
    acceptable: [],
    alternatives: [],
    mustConsider: ['pulmonary-embolism'],
  },
  teachingPoints: [{ en: 'Look at the calf.', zh: '查看小腿。' }],
  questions: [],
  ...changes,
});
