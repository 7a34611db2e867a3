import { CaseInput } from '@openrounds/contracts';
import { stringLeaves } from '@openrounds/testing';
import { deidentify } from './deidentify';
import { identifiersIn } from './identifiers';
import { deidentifyCase, textsOfCase } from './deidentify-case';

const patient = (years: number): CaseInput['patient'] => ({
  age: { value: years, unit: 'a' },
  sex: 'female',
});

describe('deidentifyCase', () => {
  it('masks every free text of a case and adds up what was masked', () => {
    const phone = '13812345678';
    const { input, masked } = deidentifyCase({
      title: `call ${phone}`,
      narrative: `Chest pain. Contact: ${phone}.`,
      patient: patient(58),
      findings: [{ findingId: 'cough', presence: 'absent', note: `told on ${phone}` }],
      labs: [{ name: `D-dimer ${phone}`, value: 2.4 }],
      stages: [{ name: 'history', narrative: `ring ${phone}` }],
    });
    expect(JSON.stringify(input)).not.toContain(phone);
    expect(masked).toEqual([{ kind: 'phone', count: 5 }]);
    expect(input.findings?.[0]).toMatchObject({ findingId: 'cough', presence: 'absent' });
  });

  const texts = stringLeaves(CaseInput).filter(({ kind }) => kind === 'masked');
  it.each(texts.map(({ path }) => [path.join('/'), path] as const))(
    'leaves no identity in %s, a text that a case can hold',
    (_name, path) => {
      const phone = '13812345678';
      const told = path.reduceRight<unknown>(
        (inner, key) => (key === '*' ? [inner] : { [key]: inner }),
        `ring ${phone}`,
      );
      const given = { patient: patient(58), ...(told as object) } as CaseInput;
      expect(JSON.stringify(deidentifyCase(given))).not.toContain(phone);
    },
  );

  it('leaves units of UCUM as they are and masks others', () => {
    const labs = [
      { name: 'platelets', value: 220, unit: '10*9/L', referenceRange: { low: 150, unit: '10*9/L' } },
      { name: 'D-dimer', value: 1, unit: 'mg/L{FEU}' },
      { name: 'something', value: 1, unit: 'Tel 13812345678' },
      { name: 'something', value: 1, unit: '{Tel:13812345678}' },
    ];
    const { input } = deidentifyCase({ patient: patient(40), labs });
    expect(input.labs?.slice(0, 2)).toEqual(labs.slice(0, 2));
    expect(input.labs?.slice(2).map(({ unit }) => unit)).toEqual(['Tel [phone]', '{Tel:[phone]}']);
  });

  it.each([
    [89, 89, []],
    [89.9, 89.9, []],
    [90, 90, []],
    [97, 90, [{ kind: 'age-over-89', count: 1 }]],
  ])('keeps an age of %p years as %p', (given, kept, masked) => {
    const result = deidentifyCase({ narrative: 'Dizzy.', patient: patient(given) });
    expect(result.input.patient.age).toEqual({ value: kept, unit: 'a' });
    expect(result.masked).toEqual(masked);
  });

  it('names its texts, so that what is in them can be found elsewhere', () => {
    const given: CaseInput = { title: 'Mrs Alice Moore', narrative: 'Fever.', patient: patient(40) };
    const found = new Map(textsOfCase(given).map((text) => [text, identifiersIn(text)]));
    expect([...found.keys()]).toEqual(['Mrs Alice Moore', 'Fever.']);
    expect(deidentifyCase(given, (text) => deidentify(text, found.get(text)))).toEqual(deidentifyCase(given));
  });

  it('leaves a case without identities as it is', () => {
    const input: CaseInput = { narrative: 'Fever for three days, temperature 39 °C.', patient: patient(4) };
    expect(deidentifyCase(input)).toEqual({ input, masked: [] });
  });

  it('drops what a sender quotes with a finding', () => {
    const source = { kind: 'text' as const, start: 0, end: 9, quote: 'Mrs Alice Moore is short of breath' };
    const { input } = deidentifyCase({
      patient: patient(50),
      findings: [{ findingId: 'dyspnoea', presence: 'present', source }],
      stages: [{ name: 'ward', findings: [{ findingId: 'cough', presence: 'present', source }] }],
    });
    expect(JSON.stringify(input)).not.toContain('Moore');
    expect(input.findings).toEqual([
      { findingId: 'dyspnoea', presence: 'present', source: { kind: 'text', start: 0, end: 9 } },
    ]);
  });
});
