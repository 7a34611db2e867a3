import { Understood } from './case';
import { labWithoutText, withoutNarrative } from './without-narrative';

describe('labWithoutText', () => {
  const lab = {
    name: 'a test',
    value: 3,
    unit: 'of Mr Smith',
    referenceRange: { low: 1, unit: 'of Mr Smith' },
  };

  it('keeps the unit of a quantity of the vocabulary, as it was converted', () => {
    const known = { value: 3, unit: 'mg/L', findingId: 'd-dimer', quantity: { number: 3, unit: 'mg/L' } };
    expect(labWithoutText({ ...known, name: 'D-dimer' })).toEqual(known);
  });

  it('keeps no word of a value that could not be read', () => {
    expect(labWithoutText(lab)).toEqual({ value: 3 });
  });
});

describe('withoutNarrative', () => {
  const nothing = { findings: [], labs: [], unmatched: [], warnings: [], masked: [] };
  const patient = { age: null, sex: 'unknown' as const };

  it('keeps no word that was set aside', () => {
    const setAside = [{ quote: 'her neighbour', start: 0, end: 13, reason: 'other-person' as const }];
    const told = { ...nothing, measurements: [], patient, setAside };
    expect(withoutNarrative(told).setAside).toEqual([]);
  });

  it('keeps where a vital sign was told, and not how', () => {
    const value = { number: 98, unit: 'mm[Hg]' };
    const measured = { findingId: 'systolic-blood-pressure', value, posture: 'standing' as const };
    const source = { kind: 'text' as const, start: 3, end: 20 };
    const told = { ...measured, source: { ...source, quote: '98/60 next to Mr Smith' } };
    const understood = { ...nothing, measurements: [told], patient, setAside: [] };
    expect(withoutNarrative(understood).measurements).toEqual([{ ...measured, source }]);
  });

  it('is told of what was stored before words were set aside and vital signs were listed', () => {
    expect(Understood.parse({ ...nothing, patient })).toMatchObject({ setAside: [], measurements: [] });
  });
});
