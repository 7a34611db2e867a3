import { PROPOSER_EXAMPLES } from './examples';
import { PROPOSER, withoutKnown } from './proposer';

describe('the proposer', () => {
  it.each(PROPOSER_EXAMPLES)('$name', ({ input, raw, value }) => {
    expect(PROPOSER.read(raw, input)).toEqual(value);
  });

  it('is told what is considered already, by name', () => {
    const [{ input }] = PROPOSER_EXAMPLES as [(typeof PROPOSER_EXAMPLES)[number]];
    expect(PROPOSER.prompt(input).user).toContain('Considered already:\n- Pulmonary embolism\n');
  });

  it('has no place for a number, and names at most five', () => {
    const [{ input }] = PROPOSER_EXAMPLES as [(typeof PROPOSER_EXAMPLES)[number]];
    const raw = { proposals: [...'abcdefgh'].map((name) => ({ name, probability: 0.9 })) };
    expect(PROPOSER.read(raw, input).proposals).toEqual([...'abcde'].map((name) => ({ name })));
  });

  it('names diagnoses and states no facts', () => {
    const [{ input }] = PROPOSER_EXAMPLES as [(typeof PROPOSER_EXAMPLES)[number]];
    const said = [
      'The patient has a fever of 40 °C',
      'Sepsis. It is certain.',
      '患者高热、颈项强直',
      'Still’s disease',
    ];
    const raw = { proposals: said.map((name) => ({ name })) };
    expect(PROPOSER.read(raw, input).proposals).toEqual([{ name: 'Still’s disease' }]);
  });

  it.each([[{}], [{ proposals: 'a cold' }], [null]])('cannot use %j', (raw) => {
    const [{ input }] = PROPOSER_EXAMPLES as [(typeof PROPOSER_EXAMPLES)[number]];
    expect(() => PROPOSER.read(raw, input)).toThrow('unusable-answer');
  });
});

describe('what is known', () => {
  it.each([
    ['COVID-19', 'covid 19'],
    ['肺栓塞（PE）', '肺栓塞'],
    [' Heart  attack', 'heart attack'],
    ['ＣＯＰＤ', 'copd'],
  ])('%s is known by %s', (name, known) => {
    expect(withoutKnown([{ name }], [known])).toEqual([]);
  });

  it('is no more than that', () => {
    expect(withoutKnown([{ name: 'Silent pulmonary embolism' }], ['pulmonary embolism'])).toHaveLength(1);
  });
});
