import { type CaseInput, type CorrectionInput } from '@openrounds/contracts';
import * as fc from 'fast-check';
import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from '../test/vocabulary.fixture';
import { type StandingCorrection } from './case/apply-corrections';
import { mergeCorrections } from './correct-case';
import { toEngineCase } from './read-case';

const vocabulary = compiledOnce(VOCABULARY);
const NARRATIVE = '🩺 Possible haemoptysis. A cough, no vomiting. HR 130. The cat slept badly.';
const INPUT: CaseInput = {
  narrative: NARRATIVE,
  patient: { age: { value: 40, unit: 'a' }, sex: 'female' },
};

/** Where words stand in the narrative, in code points. */
const at = (words: string): { start: number; end: number } => {
  const start = [...NARRATIVE.slice(0, NARRATIVE.indexOf(words))].length;
  return { start, end: start + [...words].length };
};

const correct = (
  given: CorrectionInput[],
  earlier: StandingCorrection[] = [],
  input: CaseInput = INPUT,
): StandingCorrection[] => {
  const { corrections, issues } = mergeCorrections(input, earlier, given, vocabulary);
  expect(issues).toEqual([]);
  return corrections;
};
const issuesOf = (given: CorrectionInput[], earlier: StandingCorrection[] = []): string[] =>
  mergeCorrections(INPUT, earlier, given, vocabulary).issues.map(({ pointer, code }) => `${pointer} ${code}`);

const observed = (corrections: StandingCorrection[], input: CaseInput = INPUT): string[] =>
  toEngineCase(input, vocabulary, corrections).observed.map(
    ({ findingId, presence, state, certainty }) =>
      `${findingId} ${presence ?? state ?? ''} ${String(certainty)}`,
  );
const findingOf = (findingId: string, corrections: StandingCorrection[], input: CaseInput = INPUT) =>
  toEngineCase(input, vocabulary, corrections).understood.findings.find(
    (each) => each.findingId === findingId,
  );

describe('mergeCorrections', () => {
  it('changes nothing where nothing is corrected', () => {
    expect(observed([]).sort()).toEqual([
      'cough present 1',
      'haemoptysis present 0.7',
      'heart-rate tachycardia 1',
      'vomiting absent 1',
    ]);
  });

  it('keeps who proposed what is set, and says so of the finding', () => {
    const proposed = { action: 'set', findingId: 'rash', presence: 'present', certainty: 0.8 } as const;
    const corrections = correct([{ ...proposed, span: at('The cat'), proposedBy: 'language-model' }]);
    expect(corrections).toMatchObject([{ ...proposed, proposedBy: 'language-model' }]);
    expect(observed(corrections)).toContain('rash present 0.8');
    const finding = findingOf('rash', corrections);
    expect(finding?.source).toMatchObject({
      kind: 'coded',
      proposedBy: 'language-model',
      quote: 'The cat',
    });
    expect(finding).not.toHaveProperty('proposedBy');
  });

  describe('reject', () => {
    it.each<[string, CorrectionInput]>([
      ['a finding', { action: 'reject', findingId: 'cough' }],
      ['what was read within a span', { action: 'reject', span: at('A cough,') }],
      ['a finding within a span', { action: 'reject', span: at('cough'), findingId: 'cough' }],
    ])('takes out %s', (_, correction) => {
      const corrections = correct([correction]);
      expect(corrections).toEqual([{ action: 'reject', findingId: 'cough', span: at('cough') }]);
      expect(observed(corrections).join()).not.toMatch('cough');
      expect(observed(corrections)).toHaveLength(3);
    });

    it('takes out everything within a span, and what was coded as well', () => {
      const all = correct([{ action: 'reject', span: at(NARRATIVE) }]);
      expect(observed(all)).toEqual([]);
      const coded: CaseInput = { ...INPUT, findings: [{ findingId: 'rash', presence: 'present' }] };
      const corrections = correct([{ action: 'reject', findingId: 'rash' }], [], coded);
      expect(observed(corrections, coded).join()).not.toMatch('rash');
    });
  });

  describe('accept', () => {
    it('fixes what was read: coded, certain, in its place', () => {
      const corrections = correct([{ action: 'accept', findingId: 'haemoptysis' }]);
      const finding = findingOf('haemoptysis', corrections);
      expect(finding).toMatchObject({ presence: 'present', certainty: 1 });
      expect(finding?.source).toEqual({ kind: 'coded', ...at('haemoptysis'), quote: 'haemoptysis' });
      expect(observed(corrections)).toContain('haemoptysis present 1');
    });

    it('keeps a measurement', () => {
      const corrections = correct([{ action: 'accept', findingId: 'heart-rate' }]);
      expect(findingOf('heart-rate', corrections)?.value).toEqual({ number: 130, unit: '/min' });
      expect(observed(corrections)).toContain('heart-rate tachycardia 1');
    });

    it('stands though the text would no longer be read so', () => {
      const corrections = correct([{ action: 'accept', findingId: 'cough' }]);
      const other = { ...INPUT, narrative: 'Nothing.' };
      expect(observed(corrections, other)).toEqual(['cough present 1']);
      expect(findingOf('cough', corrections, other)?.source).toEqual({ kind: 'coded' });
    });

    it('brings back what was rejected', () => {
      const rejected = correct([{ action: 'reject', findingId: 'cough' }]);
      const back = correct([{ action: 'accept', findingId: 'cough' }], rejected);
      expect(back).toHaveLength(1);
      expect(observed(back)).toContain('cough present 1');
    });
  });

  describe('set', () => {
    it('says how a finding is, in the place where it was read', () => {
      const corrections = correct([{ action: 'set', findingId: 'cough', presence: 'absent' }]);
      expect(findingOf('cough', corrections)).toMatchObject({
        presence: 'absent',
        source: { kind: 'coded', ...at('cough'), quote: 'cough' },
      });
    });

    it('says how the one finding of a span is', () => {
      expect(observed(correct([{ action: 'set', span: at('vomiting'), presence: 'present' }]))).toContain(
        'vomiting present 1',
      );
    });

    it('gives a span that was not understood a finding', () => {
      const corrections = correct([
        { action: 'set', span: at('slept badly'), findingId: 'rash', presence: 'present', certainty: 0.8 },
      ]);
      expect(findingOf('rash', corrections)?.source).toMatchObject({ kind: 'coded', quote: 'slept badly' });
      expect(observed(corrections)).toContain('rash present 0.8');
    });

    it('changes the certainty alone', () => {
      expect(observed(correct([{ action: 'set', findingId: 'cough', certainty: 0.6 }]))).toContain(
        'cough present 0.6',
      );
    });

    it('sets a state, or a quantity read for this patient', () => {
      const state = correct([{ action: 'set', findingId: 'heart-rate', value: { code: 'normal' } }]);
      expect(observed(state)).toContain('heart-rate normal 1');
      const value = { number: 40, unit: '/min' };
      expect(observed(correct([{ action: 'set', findingId: 'heart-rate', value }])).join()).toMatch(
        'heart-rate bradycardia',
      );
    });

    it('makes a relative’s finding of the patient’s', () => {
      const input = { ...INPUT, narrative: 'Migraine attacks.' };
      const corrections = correct(
        [{ action: 'set', findingId: 'migraine-attacks', presence: 'present', assertion: 'family' }],
        [],
        input,
      );
      expect(observed(corrections, input)).toContain('family-history-of-migraine present 1');
      expect(observed(corrections, input).join()).not.toMatch('migraine-attacks');
    });
  });

  it('lets a later correction of a finding take the place of an earlier one', () => {
    const first = correct([
      { action: 'set', findingId: 'cough', presence: 'absent' },
      { action: 'reject', findingId: 'vomiting' },
    ]);
    const second = correct([{ action: 'accept', findingId: 'cough' }], first);
    expect(second.map(({ action, findingId }) => `${action} ${findingId}`)).toEqual([
      'reject vomiting',
      'accept cough',
    ]);
    expect(observed(second)).toContain('cough absent 1');
  });

  it('stands above what contradicts it along an is-a line, the later correction above the earlier', () => {
    const input: CaseInput = {
      ...INPUT,
      narrative: 'Cough.',
      findings: [{ findingId: 'pleuritic-chest-pain', presence: 'present' }],
    };
    const denied = correct([{ action: 'set', findingId: 'chest-pain', presence: 'absent' }], [], input);
    expect(observed(denied, input)).toEqual(['chest-pain absent 1', 'cough present 1']);
    expect(toEngineCase(input, vocabulary, denied).understood.warnings).toEqual([
      { code: 'correction-stands', findingId: 'pleuritic-chest-pain' },
    ]);
    const again = correct(
      [{ action: 'set', findingId: 'pleuritic-chest-pain', presence: 'present' }],
      denied,
      input,
    );
    expect(observed(again, input)).toEqual(['pleuritic-chest-pain present 1', 'cough present 1']);
  });

  it('settles what the text left in contradiction', () => {
    const input = { ...INPUT, narrative: 'Cough. No cough.' };
    const warned = (corrections: StandingCorrection[]) =>
      toEngineCase(input, vocabulary, corrections).understood.warnings.map(({ code }) => code);
    expect(warned([])).toEqual(['contradiction-resolved']);
    const corrections = correct([{ action: 'set', findingId: 'cough', presence: 'present' }], [], input);
    expect(warned(corrections)).toEqual([]);
  });

  it('leaves a laboratory value what it is, without what it was taken for', () => {
    const input: CaseInput = { ...INPUT, labs: [{ code: 'd-dimer', value: 2.4, unit: 'mg/L' }] };
    const labOf = (corrections: StandingCorrection[]) =>
      toEngineCase(input, vocabulary, corrections).understood.labs.find(({ code }) => code === 'd-dimer');
    expect(labOf([])).toMatchObject({ findingId: 'd-dimer', state: 'raised' });
    const set = correct([{ action: 'set', findingId: 'd-dimer', value: { code: 'normal' } }], [], input);
    expect(labOf(set)).toEqual({
      code: 'd-dimer',
      value: 2.4,
      unit: 'mg/L',
      findingId: 'd-dimer',
      quantity: { number: 2.4, unit: 'mg/L{FEU}' },
      source: { kind: 'coded' },
    });
    const rejected = correct([{ action: 'reject', findingId: 'd-dimer' }], [], input);
    expect(labOf(rejected)).toEqual({ code: 'd-dimer', value: 2.4, unit: 'mg/L', source: { kind: 'coded' } });
  });

  it('keeps a corrected finding in its stage', () => {
    const input: CaseInput = { ...INPUT, stages: [{ name: 'bedside', narrative: 'A rash has appeared.' }] };
    const corrections = correct([{ action: 'set', findingId: 'rash', presence: 'absent' }], [], input);
    expect(toEngineCase(input, vocabulary, corrections).stages).toEqual([
      { name: 'bedside', findingIds: ['rash'] },
    ]);
  });

  it.each<[string, CorrectionInput[], string[]]>([
    [
      'an unknown finding',
      [{ action: 'reject', findingId: 'made-up' }],
      ['/corrections/0/findingId unknown-finding'],
    ],
    [
      'an id of another kind',
      [{ action: 'set', findingId: 'deep-vein-thrombosis', presence: 'present' }],
      ['/corrections/0/findingId not-a-finding'],
    ],
    [
      'a finding that the case does not have',
      [
        { action: 'reject', findingId: 'rash' },
        { action: 'accept', findingId: 'rash' },
      ],
      ['/corrections/0/findingId finding-not-in-case', '/corrections/1/findingId finding-not-in-case'],
    ],
    [
      'a span outside the text',
      [{ action: 'reject', span: { start: 0, end: 5000 } }],
      ['/corrections/0/span/end span-outside-text'],
    ],
    [
      'a span in which nothing was read',
      [{ action: 'accept', span: at('slept badly') }],
      ['/corrections/0/span nothing-read-there'],
    ],
    [
      'a finding that stands elsewhere',
      [{ action: 'reject', span: at('vomiting'), findingId: 'cough' }],
      ['/corrections/0/span nothing-read-there'],
    ],
    [
      'a span with several findings',
      [{ action: 'set', span: at(NARRATIVE), presence: 'absent' }],
      ['/corrections/0/span several-read-there'],
    ],
    [
      'a presence of what takes a value',
      [{ action: 'set', findingId: 'heart-rate', presence: 'present' }],
      ['/corrections/0/presence presence-not-allowed'],
    ],
    [
      'a statement without content',
      [{ action: 'set', findingId: 'rash' }],
      ['/corrections/0/presence presence-missing'],
    ],
    [
      'two corrections of one finding that differ',
      [
        { action: 'accept', findingId: 'cough' },
        { action: 'reject', span: at('cough') },
      ],
      ['/corrections/1 contradiction-correction'],
    ],
    [
      'a kind of something absent',
      [
        { action: 'set', findingId: 'chest-pain', presence: 'absent' },
        { action: 'set', findingId: 'pleuritic-chest-pain', presence: 'present' },
      ],
      ['/corrections/1 contradiction-is-a'],
    ],
  ])('refuses %s', (_, given, expected) => {
    expect(issuesOf(given)).toEqual(expected);
  });

  describe('laws', () => {
    const read = new Map(
      toEngineCase(INPUT, vocabulary).observed.map((each) => [each.findingId, each] as const),
    );
    const corrections = fc.uniqueArray(
      fc.record({
        action: fc.constantFrom('accept' as const, 'reject' as const),
        findingId: fc.constantFrom(...read.keys()),
      }),
      { selector: ({ findingId }) => findingId, minLength: 1 },
    );

    it('changes what is corrected and nothing else', () => {
      fc.assert(
        fc.property(corrections, (given) => {
          const actions = new Map(given.map(({ findingId, action }) => [findingId, action]));
          const now = new Map(
            toEngineCase(INPUT, vocabulary, correct(given)).observed.map((each) => [each.findingId, each]),
          );
          for (const [findingId, before] of read) {
            const action = actions.get(findingId);
            if (action === 'reject') expect(now.has(findingId)).toBe(false);
            else
              expect(now.get(findingId)).toEqual(action === 'accept' ? { ...before, certainty: 1 } : before);
          }
          expect(now.size).toBe(read.size - given.filter(({ action }) => action === 'reject').length);
        }),
      );
    });

    it('comes to the same, made at once or one after the other', () => {
      fc.assert(
        fc.property(corrections, (given) => {
          const stepwise = given.reduce<StandingCorrection[]>(
            (earlier, each) => correct([each], earlier),
            [],
          );
          expect(stepwise).toEqual(correct(given));
        }),
      );
    });

    it('changes nothing where what came of it is corrected so again', () => {
      fc.assert(
        fc.property(corrections, (given) => {
          const accepted = given.filter(({ action }) => action === 'accept');
          const once = correct(given);
          fc.pre(accepted.length > 0);
          expect(observed(correct(accepted, once)).sort()).toEqual(observed(once).sort());
        }),
      );
    });
  });

  it('takes the same correction twice for one', () => {
    expect(
      correct([
        { action: 'reject', findingId: 'cough' },
        { action: 'reject', findingId: 'cough' },
      ]),
    ).toHaveLength(1);
  });
});
