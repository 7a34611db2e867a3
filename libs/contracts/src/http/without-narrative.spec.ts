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
    expect(withoutNarrative({ ...nothing, patient, setAside }).setAside).toEqual([]);
  });

  it('is told of what was stored before words were set aside', () => {
    expect(Understood.parse({ ...nothing, patient }).setAside).toEqual([]);
  });
});
