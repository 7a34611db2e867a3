import { labWithoutText } from './without-narrative';

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
