import { identifiedSentenceSchema, judgeMasking } from './deidentification';
import { intakeMarkdown } from './intake-report';
import {
  assertedSentenceSchema,
  judgeNegexSentences,
  judgeOwnSentences,
  negexSentenceSchema,
} from './negation';

describe('judgeOwnSentences', () => {
  const sentence = (id: string, text: string, concept: string, label: string) => {
    const start = text.indexOf(concept);
    return assertedSentenceSchema.parse({ id, text, start, end: start + concept.length, label });
  };

  it('counts what is denied, doubted, past and in the family, and names wrong denials', () => {
    const { concepts, negated, possible, historical, family, wrong } = judgeOwnSentences([
      sentence('a', '患者否认胸痛。', '胸痛', 'negated'),
      sentence('b', '患者胸痛2小时。', '胸痛', 'negated'),
      sentence('c', '不除外肺炎。', '肺炎', 'possible'),
      sentence('d', '既往高血压10年。', '高血压', 'historical'),
      sentence('e', '其母患乳腺癌。', '乳腺癌', 'family'),
      sentence('f', '患者无发热。', '发热', 'affirmed'),
    ]);
    expect(concepts).toBe(6);
    expect(negated).toEqual({ proposed: 2, proposedRight: 1, wanted: 2, wantedFound: 1 });
    const all = { proposed: 1, proposedRight: 1, wanted: 1, wantedFound: 1 };
    expect([possible, historical, family]).toEqual([all, all, all]);
    expect(wrong).toEqual(['b', 'f']);
  });
});

describe('judgeNegexSentences', () => {
  it('leaves out concepts without a place', () => {
    const line = {
      id: 'n1',
      sentence: 'No FEVER today.',
      span: [3, 8],
      label: 'Negated',
      temporality: 'Recent',
      experiencer: 'Patient',
    };
    const { concepts, negated } = judgeNegexSentences([
      negexSentenceSchema.parse(line),
      negexSentenceSchema.parse({ ...line, id: 'n2', span: null }),
    ]);
    expect(concepts).toBe(1);
    expect(negated).toEqual({ proposed: 1, proposedRight: 1, wanted: 1, wantedFound: 1 });
  });
});

describe('judgeMasking', () => {
  const sentence = (id: string, text: string, identifiers: string[], lookAlikes: string[]) => {
    const place = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
    return identifiedSentenceSchema.parse({
      id,
      language: 'en',
      text,
      identifiers: identifiers.map((part) => ({ kind: 'phone', ...place(part) })),
      lookAlikes: lookAlikes.map(place),
    });
  };

  it('wants every letter and digit of an identifier gone, and nothing of a clinical term', () => {
    const figures = judgeMasking([
      sentence('a', 'Call +44 20 7946 0958 now.', ['+44 20 7946 0958'], []),
      sentence('b', 'Call +44 20 7946 0958 now.', ['+44 20 7946 0958 now'], []),
      sentence('c', 'Murphy sign and a phone: 13812345678', [], ['Murphy', '13812345678']),
    ]);
    expect(figures.identifiers).toEqual({ of: 2, masked: 1 });
    expect(figures.missed).toEqual(['b']);
    expect(figures.lookAlikes).toEqual({ of: 2, masked: 1 });
    expect(figures.maskedWrongly).toEqual(['c']);
    expect(figures.strayMasks).toBe(1);
  });

  it('is reported by kind and language, and sets stand side by side', () => {
    const figures = judgeMasking([sentence('a', 'Call +44 20 7946 0958.', ['+44 20 7946 0958'], [])]);
    const text = intakeMarkdown({
      knowledge: 'k',
      negation: {},
      masking: { ours: figures, theirs: figures },
      laboratory: {
        lines: 2,
        values: 4,
        right: 3,
        wrong: 1,
        missed: 0,
        asks: { of: 1, asked: 1 },
        unexpected: 0,
        problems: [],
      },
      vignettes: { figures: {}, faults: [] },
    });
    expect(text).toContain('| phone | 100.0 % (1 of 1) | 100.0 % (1 of 1) |');
    expect(text).toContain('| identifiers, Chinese | – | – |');
    expect(text).toContain('| 2 | 4 | 3 (75.0 %) | 1 | 0 | 1 of 1 | 0 |');
    expect(text).not.toContain('Findings in narratives');
  });
});
