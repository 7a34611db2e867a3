import { answerShapeOf } from '../../answers/answer-shape';
import { RANKER } from '../../roles/ranker/ranker';
import { type Asked } from './completion';

/** The question of a probe: of nobody, and with as little to read and to write as a question can have. */
export const TINY_QUESTION: Asked = {
  prompt: RANKER.prompt({
    language: 'en',
    patient: { ageYears: null, sex: 'unknown', pregnant: null },
    setting: null,
    facts: [{ findingId: 'rhinorrhoea', name: 'Runny nose', presence: 'present' }],
    diseases: [{ diseaseId: 'common-cold', name: 'Common cold' }],
  }),
  shape: answerShapeOf(RANKER),
};
