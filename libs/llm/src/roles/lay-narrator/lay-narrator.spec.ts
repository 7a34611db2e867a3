import { DiseaseNames } from '../../evidence/disease-names';
import { LAY_NARRATOR_EXAMPLES } from './examples';
import { layNarrator } from './lay-narrator';

const LAY_NARRATOR = layNarrator(new DiseaseNames(['Pulmonary embolism', '肺栓塞']));

describe('the lay narrator', () => {
  it.each(LAY_NARRATOR_EXAMPLES)('$name', ({ input, raw, value }) => {
    expect(LAY_NARRATOR.read(raw, input)).toEqual(value);
  });

  it('is asked for plain words', () => {
    const { system } = LAY_NARRATOR.prompt({ language: 'en', evidence: [] });
    expect(system).toContain('a child of twelve');
  });
});
