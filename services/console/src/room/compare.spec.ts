import { classList, compareLists, engineList, keyList, type Lists, ownList, type VoiceList } from './compare';

const listOf = (given: Record<string, number>, other: number): VoiceList => ({
  entries: Object.entries(given).map(([id, probability]) => ({ id, name: id.toUpperCase(), probability })),
  other,
});

const LISTS: Lists = {
  class: listOf({ pneumonia: 0.37, pe: 0.36, pneumothorax: 0.07, atelectasis: 0.06, panic: 0.05 }, 0.06),
  engine: listOf({ pe: 0.58, pneumonia: 0.16, atelectasis: 0.12, pneumothorax: 0.0004 }, 0.083),
};

describe('lists side by side', () => {
  it('are in the order of the engine where it is shown, else of the class', () => {
    expect(compareLists(LISTS, 4).rows.map(({ id }) => id)).toEqual([
      'pe',
      'pneumonia',
      'atelectasis',
      'pneumothorax',
    ]);
    const { class: ofClass } = LISTS;
    if (ofClass === undefined) throw new Error('there is a class');
    expect(compareLists({ class: ofClass }, 2).rows.map(({ id }) => id)).toEqual(['pneumonia', 'pe']);
  });

  it('keep every voice’s first, however long the lists of the others are', () => {
    const own = listOf({ zebra: 0.9 }, 0.1);
    expect(compareLists({ ...LISTS, own }, 3).rows.map(({ id }) => id)).toContain('zebra');
  });

  it('sum to 1 for each voice, the rest being further diseases', () => {
    const { rows, further, other } = compareLists(LISTS, 3);
    for (const voice of ['class', 'engine'] as const) {
      const sum = [...rows, further, other].reduce((total, row) => total + (row?.given[voice] ?? 0), 0);
      expect(sum).toBeCloseTo(1, 9);
    }
  });

  it('say nothing where a voice gave nothing', () => {
    const { rows } = compareLists(LISTS, 5);
    expect(rows.find(({ id }) => id === 'panic')?.given).toEqual({ class: 0.05, engine: null });
  });

  it('say below what the engine holds a disease that its list leaves out', () => {
    expect(compareLists(LISTS, 5).engineFloor).toBe(0.0004);
    expect(compareLists({}, 5).engineFloor).toBeNull();
  });

  it('have no row for further diseases where none is left', () => {
    expect(compareLists({ own: listOf({ a: 0.5, b: 0.3, c: 0.1 }, 0.1) }, 5).further).toBeNull();
  });

  it.each([
    [0.58, 0.6],
    [0.6, 0.6],
    [0.61, 0.7],
    [0.97, 1],
  ])('end their scale of %d at %d', (largest, scale) => {
    expect(compareLists({ own: listOf({ a: largest, b: 1 - largest }, 0) }, 5).scale).toBe(scale);
  });
});

describe('the list of', () => {
  const name = (id: string): string => id.toUpperCase();

  it('oneself has its own words in it, the likeliest first', () => {
    const answer = {
      kind: 'differential' as const,
      entries: [
        { text: 'collapsed lung', points: 10 },
        { diseaseId: 'pe', points: 55 },
        { diseaseId: 'pneumonia', points: 20 },
      ],
      other: 15,
    };
    expect(ownList(answer, name)).toEqual({
      entries: [
        { id: 'pe', name: 'PE', probability: 0.55 },
        { id: 'pneumonia', name: 'PNEUMONIA', probability: 0.2 },
        { id: 'words:collapsed lung', name: 'collapsed lung', probability: 0.1 },
      ],
      other: 0.15,
    });
  });

  it('the teacher has what is left of 100 for Other', () => {
    const pe = { diseaseId: 'pe', name: 'PE', percent: 85 };
    expect(keyList([pe])).toEqual({ entries: [{ id: 'pe', name: 'PE', probability: 0.85 }], other: 0.15 });
    expect(keyList([{ ...pe, percent: 100 }]).other).toBe(0);
  });

  it('the class and the engine are taken as they are told', () => {
    const row = { diseaseId: 'pe', name: 'PE', probability: 0.4 };
    const entries = [{ id: 'pe', name: 'PE', probability: 0.4 }];
    expect(
      classList({
        kind: 'differential',
        answered: 2,
        linear: [{ ...row, named: 2, first: 2, histogram: [] }],
        further: { count: 0, probability: 0 },
        other: { probability: 0.6, histogram: [] },
        logarithmic: { diseases: [row], rest: 0 },
      }),
    ).toEqual({ entries, other: 0.6 });
    expect(
      engineList({
        differential: [{ ...row, rank: 1, mustNotMiss: true }],
        other: 0.6,
        mustNotMiss: [],
        nextTests: [],
      }),
    ).toEqual({ entries, other: 0.6 });
  });
});
