import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY, symptom } from './vocabulary.fixture';
import { summary } from './summary';
import { understandText } from '../src/read-case';

const FINDING = 'ct-pulmonary-artery-filling-defect';
const vocabulary = compiledOnce({
  ...VOCABULARY,
  findings: [
    ...VOCABULARY.findings,
    symptom(FINDING, 'Filling defect in a pulmonary artery on CT', 'CT示肺动脉充盈缺损', {
      kind: 'imaging',
      stage: 'imaging',
      synonyms: { en: ['filling defects on CTPA', 'embolus on CTPA'], zh: ['肺动脉充盈缺损'] },
      affirmOnly: {
        en: ['saddle embolus', 'segmental PE', 'thrombus in the left pulmonary artery'],
        zh: ['骑跨血栓', '左肺动脉充盈缺损', '右肺动脉充盈缺损'],
      },
    }),
  ],
});
const understood = (text: string) => {
  const understanding = understandText(text, undefined, vocabulary);
  return {
    findings: summary(understanding).filter((line) => line.startsWith(FINDING)),
    notCounted: understanding.warnings
      .filter(({ code, findingId }) => code === 'part-denied' && findingId === FINDING)
      .map(({ quote }) => quote),
  };
};

describe('a wording narrower than its finding', () => {
  it.each([
    ['CTPA shows a saddle embolus.', []],
    ['Filling defects on CTPA in the right lower lobe artery, no saddle embolus.', ['saddle embolus']],
    ['No saddle embolus. Segmental PE on the right.', ['saddle embolus']],
    ['CT示右肺动脉充盈缺损，左肺动脉充盈缺损不存在。', ['左肺动脉充盈缺损']],
    ['右肺动脉充盈缺损，未见骑跨血栓。', ['骑跨血栓']],
    ['左肺动脉充盈缺损，无右肺动脉充盈缺损。', ['右肺动脉充盈缺损']],
  ])('affirms the finding, and its denial takes nothing back: %s', (text, notCounted) => {
    expect(understood(text)).toEqual({ findings: [`${FINDING}+`], notCounted });
  });

  it.each([
    ['No saddle embolus.', ['saddle embolus']],
    ['No thrombus in the left pulmonary artery.', ['thrombus in the left pulmonary artery']],
    ['No history of segmental PE.', ['segmental PE']],
    ['无骑跨血栓。', ['骑跨血栓']],
  ])(
    'says nothing of the finding where it alone is denied, and the reader is told: %s',
    (text, notCounted) => {
      expect(understood(text)).toEqual({ findings: [], notCounted });
    },
  );

  it.each(['No embolus on CTPA.', 'No filling defects on CTPA.', 'CT未见肺动脉充盈缺损。'])(
    'leaves the denial of the whole as it is: %s',
    (text) => {
      expect(understood(text)).toEqual({ findings: [`${FINDING}-`], notCounted: [] });
    },
  );
});
