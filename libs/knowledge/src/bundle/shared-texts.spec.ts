import { shareTexts } from './shared-texts';

describe('shareTexts', () => {
  it('changes nothing that can be seen', () => {
    const json = JSON.stringify({
      links: [{ finding: 'chest-pain', theta: 0.5 }, { finding: 'chest-pain' }, null],
      ids: ['chest-pain', 'chest-pain', 'x'.repeat(100)],
    });
    expect(JSON.stringify(shareTexts(JSON.parse(json) as object))).toBe(json);
  });
});
