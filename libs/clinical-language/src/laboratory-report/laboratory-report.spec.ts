import { type Lab, type LaboratoryValue } from '@openrounds/contracts';
import fc from 'fast-check';
import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from '../../test/vocabulary.fixture';
import { toEngineCase } from '../read-case';
import { understandText } from '../read-case';

const vocabulary = compiledOnce(VOCABULARY);
const woman = { age: { value: 40, unit: 'a' }, sex: 'female' } as const;

const read = (text: string) => understandText(text, woman, vocabulary);
const valuesOf = (text: string): LaboratoryValue[] => read(text).laboratory?.values ?? [];
const changesOf = (text: string) => read(text).laboratory?.changes ?? [];
type CodedLab = Pick<Lab, 'value'> & Partial<Lab>;
const coded = (labs: CodedLab[], more = {}) => toEngineCase({ patient: woman, labs, ...more }, vocabulary);
const only = <T>([item, ...rest]: readonly T[]): T => {
  if (item === undefined || rest.length > 0)
    throw new Error(`${String(rest.length + 1)} items where one is due`);
  return item;
};

describe('a value', () => {
  it('is told in our unit, with the interval of the knowledge base and where that comes from', () => {
    expect(only(valuesOf('Creatinine 2 mg/dL'))).toMatchObject({
      lab: 0,
      findingId: 'creatinine',
      quantity: { number: expect.closeTo(176.8, 1), unit: 'umol/L' },
      interval: {
        high: 100,
        unit: 'umol/L',
        source: { kind: 'published', id: 'the-creatinine-paper', grade: 'B' },
      },
      direction: 'high',
      marked: false,
      state: 'raised',
      latest: true,
    });
  });

  it.each<[string, string, string, boolean]>([
    ['Potassium 2.9 mmol/L', 'low', 'low', false],
    ['Potassium 4.1 mmol/L', 'normal', 'normal', false],
    ['Creatinine 450 umol/L', 'high', 'markedly-raised', true],
    ['D-dimer <0.2 mg/L FEU', 'normal', 'normal', false],
    ['Creatinine >300 umol/L', 'high', 'markedly-raised', true],
  ])('%s lies %s', (text, direction, state, marked) => {
    expect(only(valuesOf(text))).toMatchObject({ direction, state, marked });
  });

  it('is held against the report’s own range where it prints one', () => {
    expect(only(valuesOf('Potassium 5.4 mmol/L (3.5-5.6)'))).toMatchObject({
      direction: 'normal',
      state: 'normal',
      interval: { low: 3.5, high: 5.6, unit: 'mmol/L', source: { kind: 'report' } },
    });
    expect(only(valuesOf('Creatinine 90 umol/L (ref 45-84)'))).toMatchObject({
      direction: 'high',
      state: 'raised',
      interval: { low: 45, high: 84 },
    });
    const lab = { name: 'D-dimer', value: 0.6, unit: 'mg/L', referenceRange: { high: 0.8, unit: 'mg/L' } };
    expect(coded([lab]).understood.laboratory?.values).toMatchObject([
      { direction: 'normal', interval: { high: 0.8, source: { kind: 'report' } } },
    ]);
  });

  it('takes the report’s flag for its judgement, also where the unit is missing and asked for', () => {
    expect(only(valuesOf('Creatinine 98 umol/L H'))).toMatchObject({ direction: 'high', state: 'raised' });
    const { laboratory, warnings } = read('Creatinine 1.4 ↑');
    expect(laboratory?.values).toMatchObject([{ direction: 'high', state: 'raised' }]);
    expect(laboratory?.values[0]).not.toHaveProperty('quantity');
    expect(warnings).toMatchObject([{ code: 'unit-missing', findingId: 'creatinine' }]);
  });

  it('has no interval where that depends on a sex that is not known', () => {
    const { laboratory } = understandText('Haemoglobin 90 g/L', undefined, vocabulary);
    expect(laboratory?.values[0]).toMatchObject({ direction: 'low', state: 'low' });
    expect(laboratory?.values[0]).not.toHaveProperty('interval');
  });

  it('is positive or negative where the test decides a yes-or-no finding', () => {
    expect(only(valuesOf('ANA 1:320'))).toMatchObject({ direction: 'positive', state: 'present' });
    expect(only(valuesOf('ANA 1:40'))).toMatchObject({ direction: 'negative', state: 'absent', causes: [] });
    expect(coded([{ name: 'ANA', value: { titre: '1:160' } }]).observed).toEqual([
      { findingId: 'ana-positive', presence: 'present', certainty: 1 },
    ]);
  });

  it('says the same in whatever unit the value is written', () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 900, noNaN: true }), (umol) => {
        const asMass = (umol * 113.12) / 10_000;
        const [substance, mass] = [
          { name: 'creatinine', value: umol, unit: 'umol/L' },
          { name: 'creatinine', value: asMass, unit: 'mg/dL' },
        ].map((lab) => coded([lab]).understood.laboratory?.values[0]);
        // On a limit the last binary digit decides.
        fc.pre([100, 300].every((limit) => Math.abs(umol - limit) > 1e-6));
        const { quantity, ...said } = substance ?? {};
        const { quantity: converted, ...same } = mass ?? {};
        expect(same).toEqual(said);
        expect(converted?.number).toBeCloseTo(quantity?.number ?? NaN, 6);
      }),
      { numRuns: 50 },
    );
  });
});

describe('other measures', () => {
  it('knows that blood urea nitrogen weighs the nitrogen alone', () => {
    expect(only(valuesOf('BUN 28 mg/dL'))).toMatchObject({
      findingId: 'urea',
      quantity: { number: expect.closeTo(9.995, 3), unit: 'mmol/L' },
      state: 'raised',
    });
    expect(only(valuesOf('Urea 28 mg/dL')).quantity?.number).toBeCloseTo(4.66, 2);
    for (const name of [{ name: 'BUN' }, { code: '3094-0' }]) {
      const { understood } = coded([{ ...name, value: 28, unit: 'mg/dL' }]);
      expect(understood.laboratory?.values[0]?.quantity?.number).toBeCloseTo(9.995, 3);
    }
  });

  it('reads HbA1c in either unit', () => {
    expect(only(valuesOf('HbA1c 77 mmol/mol')).quantity).toEqual({ number: 9.19596, unit: '%' });
    expect(only(valuesOf('HbA1c 9.2 %')).state).toBe('raised');
  });

  it('decides by a limit', () => {
    expect(read('LVEF 28%').findings).toMatchObject([
      { findingId: 'reduced-ejection-fraction', presence: 'present' },
    ]);
    expect(read('射血分数65%').findings).toMatchObject([
      { findingId: 'reduced-ejection-fraction', presence: 'absent' },
    ]);
    expect(read('LVEF >40%').findings).toEqual([]);
  });
});

describe('common causes', () => {
  const causes = (value: number, more = {}) =>
    coded([{ name: 'creatinine', value, unit: 'umol/L' }], more).understood.laboratory?.values[0]?.causes;
  const ids = (value: number, more = {}) => causes(value, more)?.map(({ diseaseId }) => diseaseId);

  it('come by prior times likelihood ratio, those left out in which the result is hardly more frequent', () => {
    expect(ids(200)).toEqual(['common-and-mild']);
    expect(ids(200, { patient: { ...woman, sex: 'male' } })).toEqual(['only-in-men', 'common-and-mild']);
    expect(ids(450)).toEqual(['rare-and-typical']);
    expect(ids(80)).toEqual([]);
  });

  it('follow the setting and the age', () => {
    const man = { age: { value: 40, unit: 'a' }, sex: 'male' };
    expect(ids(200, { patient: man, setting: 'primary-care' })?.[0]).toBe('common-and-mild');
    const old = { ...man, age: { value: 70, unit: 'a' } };
    expect(ids(200, { patient: old, setting: 'emergency' })?.[0]).toBe('common-and-mild');
    expect(ids(200, { patient: man, setting: 'inpatient' })).toEqual(
      ids(200, { patient: man, setting: 'emergency' }),
    );
  });

  it('are no other names of the result', () => {
    const lab = { name: 'potassium', value: 6.8, unit: 'mmol/L' };
    expect(coded([lab]).understood.laboratory?.values[0]?.causes.map(({ diseaseId }) => diseaseId)).toEqual([
      'rare-and-typical',
    ]);
  });

  it('carry the likelihood ratio of the ranking: θ of the state to its baseline', () => {
    expect(causes(450, { setting: 'emergency' })).toEqual([
      { diseaseId: 'rare-and-typical', likelihoodRatio: expect.closeTo(16, 9) },
    ]);
    expect(only(valuesOf('ANA positive').concat(valuesOf('ANA 1:640'))).causes).toEqual([
      { diseaseId: 'rare-and-typical', likelihoodRatio: expect.closeTo(7, 9) },
    ]);
  });
});

describe('a change', () => {
  it.each<[string, number[], number | null]>([
    ['Creatinine rose from 90 to 180 umol/L over 48 hours.', [90, 180], 48],
    ['Creatinine 90 → 180 umol/L', [90, 180], null],
    ['肌酐由90升至180μmol/L', [90, 180], null],
    ['48小时内肌酐从90上升至180μmol/L', [90, 180], 48],
    ['Creatinine 180 umol/L (baseline 90)', [90, 180], null],
    ['Creatinine 90 umol/L, repeat 180 umol/L the next day', [90, 180], 24],
    ['Creatinine 90 umol/L at presentation and 180 umol/L at 3 hours', [90, 180], 3],
    ['Creatinine 90 umol/L, 180 umol/L three hours later', [90, 180], 3],
    ['Three days ago creatinine was 90 umol/L; now 180 umol/L', [90, 180], 72],
    ['Creatinine 90 umol/L on admission. The next day creatinine was 180 umol/L.', [90, 180], 24],
    ['Creatinine 180 umol/L. Three days ago creatinine was 90 umol/L.', [90, 180], 72],
    ['肌酐90μmol/L，6小时后复查180μmol/L', [90, 180], 6],
  ])('is read from %j', (text, [from, to], hours) => {
    expect(only(changesOf(text))).toMatchObject({
      findingId: 'creatinine',
      from,
      to,
      absolute: 90,
      relative: 1,
      hours,
      direction: 'rise',
    });
  });

  it('is significant beyond the reference change value, and unknown where no variation is', () => {
    const change = only(changesOf('Creatinine 90 → 180 umol/L'));
    expect(change).toMatchObject({
      significance: 'significant',
      referenceChange: {
        value: expect.closeTo(0.15495, 4),
        withinSubject: 0.05,
        analytical: 0.025,
        source: { kind: 'published', id: 'the-variation-paper' },
      },
    });
    expect(only(changesOf('Creatinine 90 → 95 umol/L')).significance).toBe('not-significant');
    expect(only(changesOf('Potassium 4.1 → 6.8 mmol/L'))).toMatchObject({
      significance: 'unknown',
      referenceChange: null,
    });
  });

  it.each<[string, { id: string; met: string }[]]>([
    [
      'Creatinine rose from 90 to 116.5 umol/L over 48 hours',
      [{ id: 'kidney-injury-by-48-hours', met: 'yes' }],
    ],
    ['Creatinine rose from 90 to 116.4 umol/L over 48 hours', []],
    ['Creatinine rose from 90 to 180 umol/L over 3 days', []],
    ['Creatinine rose from 90 to 180 umol/L', [{ id: 'kidney-injury-by-48-hours', met: 'if-in-time' }]],
    ['Creatinine fell from 180 to 90 umol/L', [{ id: 'halved', met: 'yes' }]],
    ['Creatinine fell from 99 to 45 umol/L', []],
  ])('meets its own criteria: %s', (text, criteria) => {
    expect(only(changesOf(text)).criteria.map(({ id, met }) => ({ id, met }))).toEqual(criteria);
  });

  it('is told from step to step, from first to last, and where only the whole meets a criterion', () => {
    const at = (day: number, value: number) => ({
      name: 'creatinine',
      value,
      unit: 'umol/L',
      collectedAt: `2026-03-0${String(day)}T08:00:00Z`,
    });
    const { understood } = coded([at(4, 96), at(1, 110), at(2, 80), at(3, 100), at(5, 112)]);
    const told = understood.laboratory?.changes.map(({ from, to, hours, criteria }) => ({
      from,
      to,
      hours,
      criteria: criteria.map(({ id }) => id),
    }));
    expect(told).toEqual([
      { from: 110, to: 80, hours: 24, criteria: [] },
      { from: 80, to: 100, hours: 24, criteria: [] },
      { from: 100, to: 96, hours: 24, criteria: [] },
      { from: 110, to: 112, hours: 96, criteria: [] },
      { from: 96, to: 112, hours: 24, criteria: [] },
    ]);
    const slow = coded([at(1, 80), at(2, 95), at(3, 110), at(4, 111)]).understood.laboratory?.changes ?? [];
    expect(slow.filter(({ criteria }) => criteria.length > 0).map(({ from, to }) => [from, to])).toEqual([
      [80, 110],
    ]);
  });
});

describe('the value that counts', () => {
  const observedIn = (text: string) => read(text).findings.map(({ value }) => value);

  it('is the latest, and a reader is told where an earlier one said something else', () => {
    const { labs, warnings } = read('Potassium 6.8 mmol/L, repeat 4.4 mmol/L.');
    expect(labs.map(({ value, superseded = false }) => [value, superseded])).toEqual([
      [6.8, true],
      [4.4, false],
    ]);
    expect(warnings).toMatchObject([{ code: 'latest-value-kept', findingId: 'potassium' }]);
    expect(observedIn('Potassium 6.8 mmol/L, repeat 4.4 mmol/L.')).toEqual([{ number: 4.4, unit: 'mmol/L' }]);
    expect(observedIn('Potassium 4.4 mmol/L. Two days ago potassium was 6.8 mmol/L.')).toEqual([
      { number: 4.4, unit: 'mmol/L' },
    ]);
  });

  it('needs no warning where both say the same', () => {
    expect(read('Potassium 6.8 → 6.1 mmol/L').warnings).toEqual([]);
  });

  it('is the last collected of coded results, and beats the text', () => {
    const lab = (value: number, hour: string) => ({
      name: 'potassium',
      value,
      unit: 'mmol/L',
      collectedAt: `2026-03-01T${hour}:00:00Z`,
    });
    const { observed, understood } = coded([lab(4.4, '20'), lab(6.8, '08')], {
      narrative: 'Potassium 2.9 mmol/L.',
    });
    expect(observed).toEqual([{ findingId: 'potassium', state: 'normal', certainty: 1 }]);
    expect(understood.labs.map(({ superseded = false }) => superseded)).toEqual([false, true, true]);
    expect(understood.warnings.map(({ code }) => code)).toEqual(['coded-beats-text', 'latest-value-kept']);
  });

  it('is settled for the case as a whole where stages measure again', () => {
    const stages = [
      { name: 'arrival', narrative: 'Potassium 6.8 mmol/L.' },
      { name: 'evening', narrative: 'Potassium 4.4 mmol/L.' },
    ];
    const { observed, understood } = coded([], { stages });
    expect(observed).toEqual([{ findingId: 'potassium', state: 'normal', certainty: 1 }]);
    expect(understood.warnings.map(({ code }) => code)).toEqual(['latest-value-kept']);
    expect(understood.laboratory?.changes).toMatchObject([{ from: 6.8, to: 4.4, direction: 'fall' }]);
  });

  it('is a line of the report also where it is told in words, unless the number says it', () => {
    expect(valuesOf('She has hyperkalaemia.')).toMatchObject([{ direction: 'high', state: 'high' }]);
    expect(read('She has hyperkalaemia (potassium 6.8 mmol/L).').labs.map(({ value }) => value)).toEqual([
      6.8,
    ]);
    expect(valuesOf('Her mother had hyperkalaemia.')).toEqual([]);
  });

  it('is not repeated where the text repeats it', () => {
    expect(read('Potassium 6.8 mmol/L. In summary: potassium 6.8 mmol/L.').labs).toHaveLength(1);
  });
});

describe('any values', () => {
  const labs = fc.array(
    fc.record({
      name: fc.constantFrom('creatinine', 'potassium', 'BUN', 'haemoglobin'),
      value: fc.double({ min: 0.001, max: 5000, noNaN: true }),
      unit: fc.constantFrom('umol/L', 'mmol/L', 'mg/dL', 'g/L'),
    }),
    { maxLength: 12 },
  );

  it('are explained consistently: places exist, one of each test counts, changes are of the same test', () => {
    fc.assert(
      fc.property(labs, (given) => {
        const { labs: lines, laboratory = { values: [], changes: [] } } = coded(given).understood;
        expect(coded(given).understood.laboratory ?? { values: [], changes: [] }).toEqual(laboratory);
        for (const { lab, findingId } of laboratory.values) expect(lines[lab]?.findingId).toBe(findingId);
        const counting = laboratory.values.filter(({ latest, state }) => latest && state !== undefined);
        expect(new Set(counting.map(({ findingId }) => findingId)).size).toBe(counting.length);
        for (const { findingId, earlier, later, from, to, absolute } of laboratory.changes) {
          expect(lines[earlier]?.findingId).toBe(findingId);
          expect(lines[later]?.findingId).toBe(findingId);
          expect(absolute).toBeCloseTo(to - from, 6);
        }
      }),
      { numRuns: 60 },
    );
  });
});
