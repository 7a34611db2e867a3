import { compiledOnce } from '@openrounds/testing';
import { summary } from '../../test/summary';
import { VOCABULARY } from '../../test/vocabulary.fixture';
import { understandText } from '../read-case';

const vocabulary = compiledOnce(VOCABULARY);
const read = (text: string): string[] => summary(understandText(text, undefined, vocabulary));

describe('values of fluids', () => {
  it.each([
    ['Pleural fluid 90 % lymphocytes, protein 50 g/L.', ['pleural-fluid-lymphocytic-exudate+']],
    ['Pleural fluid 85 % lymphocytes.', ['pleural-fluid-lymphocytic-exudate?']],
    ['Pleural fluid 60 % lymphocytes.', []],
    ['Pleural fluid pH 7.1, glucose 1.8 mmol/L.', ['pleural-fluid-purulent-or-low-ph+']],
    ['85 % lymphocytes in the pleural fluid.', ['pleural-fluid-lymphocytic-exudate?']],
    ['胸水淋巴细胞0.90，蛋白45 g/L。', ['pleural-fluid-lymphocytic-exudate+']],
    [
      'CSF: 400 cells/mm3, 80% neutrophils, glucose 1.2 mmol/L, protein 3 g/L.',
      ['csf-glucose-low+', 'csf-neutrophilic-pleocytosis+', 'csf-pleocytosis+', 'csf-protein=3 g/L'],
    ],
    ['CSF 2 white cells, 90% lymphocytes.', ['csf-pleocytosis-']],
    [
      '脑脊液：白细胞1200×10^6/L，多核细胞80%，糖1.5mmol/L。',
      ['csf-glucose-low+', 'csf-neutrophilic-pleocytosis+', 'csf-pleocytosis+'],
    ],
    [
      'CSF analysis:\nWBC 300\nGlucose 1.5 mmol/L\nK+ 5.8 mmol/L',
      ['csf-glucose-low+', 'csf-pleocytosis+', 'potassium=5.8 mmol/L'],
    ],
    ['Ascitic fluid: neutrophils 600/mm3.', ['ascitic-fluid-neutrophils-raised+']],
    ['Ascitic fluid: WBC 200/mm3, 20% neutrophils.', ['ascitic-fluid-neutrophils-raised-']],
    ['腹水白细胞800×10^6/L，中性粒细胞85%。', ['ascitic-fluid-neutrophils-raised+']],
    ['Synovial fluid WBC 80,000/µL with 92% neutrophils.', ['synovial-fluid-purulent+']],
    ['BAL: neutrophils 40%.', []],
    ['CSF was clear; protein 0.9 g/L, 60 white cells.', ['csf-pleocytosis+', 'csf-protein=0.9 g/L']],
    ['脑脊液无色透明，压力正常，白细胞2×10^6/L。', ['csf-pleocytosis-']],
    // the fluid is named a sentence or two before its results
    [
      'LP done. Results: WCC 840, protein 2.8 g/L, glucose 1.1 mmol/L.',
      ['csf-glucose-low+', 'csf-pleocytosis+', 'csf-protein=2.8 g/L'],
    ],
    [
      '行腰穿。结果：白细胞620×10^6/L，蛋白1.86g/L，葡萄糖1.2mmol/L。',
      ['csf-glucose-low+', 'csf-pleocytosis+', 'csf-protein=1.86 g/L'],
    ],
    ['Lumbar puncture. Fluid turbid. WCC 840, glucose 1.1 mmol/L.', ['csf-glucose-low+', 'csf-pleocytosis+']],
  ])('are not those of the blood: %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(understandText(text, undefined, vocabulary).warnings).toEqual([]);
  });

  it.each([
    ['CSF glucose 1.2 mmol/L, blood glucose 6 mmol/L.', ['csf-glucose-low+', 'glucose=6 mmol/L']],
    ['CSF normal, neutrophils 14 x10^9/L.', ['neutrophil-count=14 10*9/L']],
    ['Lumbar puncture is planned; glucose 5 mmol/L.', ['glucose=5 mmol/L']],
    ['LP planned. Glucose 5 mmol/L.', ['glucose=5 mmol/L']],
    ['腹水，中性粒细胞12×10^9/L。', ['neutrophil-count=12 10*9/L']],
    ['脑脊液糖1.5mmol/L，外周血中性粒细胞12×10^9/L。', ['csf-glucose-low+', 'neutrophil-count=12 10*9/L']],
    [
      'Neutrophils 12 x10^9/L, and 320 white cells in the CSF.',
      ['csf-pleocytosis+', 'neutrophil-count=12 10*9/L'],
    ],
    ["Her brother's CSF had 300 white cells. Neutrophils 12 x10^9/L.", ['neutrophil-count=12 10*9/L']],
  ])('leave those of the blood alone: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('shares of the white cells', () => {
  it.each([
    ['WBC 14 x10^9/L, 90 % neutrophils.', ['neutrophil-count=12.6 10*9/L', 'white-cell-count=14 10*9/L']],
    [
      '白细胞12×10^9/L，中性粒细胞百分比85%。',
      ['neutrophil-count=10.2 10*9/L', 'white-cell-count=12 10*9/L'],
    ],
    ['白细胞12×10^9/L，中性粒细胞0.85。', ['neutrophil-count=10.2 10*9/L', 'white-cell-count=12 10*9/L']],
    ['WBC 1.0 x10^9/L, neutrophils 0.2.', ['white-cell-count=1 10*9/L']],
    ['白细胞1.0×10^9/L，中性粒细胞0.2。', ['white-cell-count=1 10*9/L']],
    ['Neutrophils 90 %.', []],
    ['WBC 14 x10^9/L, neutrophils 11 x10^9/L.', ['neutrophil-count=11 10*9/L', 'white-cell-count=14 10*9/L']],
    [
      'WBC 14 x10^9/L; CSF 90 % neutrophils.',
      ['csf-neutrophilic-pleocytosis?', 'white-cell-count=14 10*9/L'],
    ],
  ])('are counts, where the white cells are told: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
