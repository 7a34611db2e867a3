import { layOut, type Line } from './pdf-layout';

const line = (text: string, y: number, height = 10, font = 'serif'): Line => ({ text, y, height, font });
const page = (...texts: string[]): Line[] => texts.map((text, place) => line(text, 700 - place * 12));

describe('layOut', () => {
  it('takes larger letters for headings, the largest for the highest', () => {
    const lines = [
      line('Acute asthma', 700, 20),
      line('First treatment', 660, 14),
      line('Give oxygen to everybody', 640),
      line('whose saturation is low.', 628),
    ];
    expect(layOut([lines])).toEqual([
      { level: 1, text: 'Acute asthma', page: 1 },
      { level: 2, text: 'First treatment', page: 1 },
      { text: 'Give oxygen to everybody whose saturation is low.', page: 1 },
    ]);
  });

  it('takes a number in another font for a heading, and one in the font of the body for an item of a list', () => {
    const lines = [
      line('2.1 Diagnosis', 700, 10, 'bold'),
      line('三、治疗', 670, 10, 'bold'),
      line('2 puffs of salbutamol, then look again at the patient.', 640),
      line('1. Salbutamol', 610),
    ];
    expect(layOut([lines]).map(({ level }) => level)).toEqual([2, 1, undefined, undefined]);
  });

  it('ends a paragraph at a gap, and goes on over the end of a page in the middle of a sentence', () => {
    const first = [line('A paragraph.', 700), line('Another one that', 660)];
    expect(layOut([first, page('goes on overleaf.')])).toEqual([
      { text: 'A paragraph.', page: 1 },
      { text: 'Another one that goes on overleaf.', page: 1 },
    ]);
  });

  it('mends words that were broken at the end of a line, and puts no space between Chinese lines', () => {
    expect(layOut([page('a beta-', 'blocker and nebu-', 'lised drugs', '首先吸', '氧。')])[0]?.text).toBe(
      'a betablocker and nebulised drugs 首先吸氧。',
    );
  });

  it('leaves out what pages repeat at head or foot, and their numbers', () => {
    const of = (number: number): Line[] =>
      page('Hospital guideline', `Text of page ${'abc'.charAt(number)}.`, `Page ${String(number)} of 3`);
    expect(layOut([of(0), of(1), of(2)]).map(({ text }) => text)).toEqual([
      'Text of page a.',
      'Text of page b.',
      'Text of page c.',
    ]);
  });

  it('keeps a bare number at the edge of a page, unless pages repeat one there', () => {
    const textsOf = (pages: Line[][]) => layOut(pages).map(({ text }) => text);
    expect(textsOf([page('Mean pressure, in mmHg:', '65')])).toEqual(['Mean pressure, in mmHg: 65']);
    expect(textsOf([page('Give it.', '12'), page('Look again.', '13')])).toEqual(['Give it.', 'Look again.']);
    expect(textsOf([page('Give it.', '第 3 页'), page('Look again.')])).toEqual(['Give it.', 'Look again.']);
  });

  it('has nothing to say of empty pages', () => {
    expect(layOut([[], []])).toEqual([]);
  });
});
