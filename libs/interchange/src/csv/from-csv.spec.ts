import { CaseInput } from '@openrounds/contracts';
import { vocabulary } from '../../test/vocabulary.fixture';
import { NotImportable } from '../model/imported';
import { fromCsv } from './from-csv';

const HEADER = 'finding,presence,value,unit,state,certainty,assertion';
const table = (...rows: string[]): string => [HEADER, ...rows].join('\n');
const outcome = (text: string) => {
  const { case: made, rejected } = fromCsv(text, vocabulary);
  return {
    taken: [...(made.findings ?? []), ...(made.labs ?? [])],
    rejected: rejected.map(({ pointer, code, line }) => `${pointer} ${code} in line ${String(line)}`),
  };
};

describe('fromCsv', () => {
  it('makes a sound case of a table', () => {
    const text = table(
      '# the second case of the morning',
      'age,,34,a',
      'sex,,,,Female',
      'pregnant,absent',
      'setting,,,,emergency',
      '',
      'dyspnoea,present',
      '"Cough",absent,,,,0.8',
      'HP:0033771,present',
      'R06.0,present',
      'R50.9,present',
      'body-temperature,,38.9,Cel',
      '8867-4,,,,high',
      'd-dimer,,>4,mg/L{FEU}',
      'known-asthma,present,,,,,historical',
    );
    const { case: made, rejected, withheld } = fromCsv(text, vocabulary);
    expect(CaseInput.parse(made)).toEqual({
      patient: { age: { value: 34, unit: 'a' }, sex: 'female', pregnant: false },
      setting: 'emergency',
      findings: [
        { findingId: 'dyspnoea', presence: 'present' },
        { findingId: 'cough', presence: 'absent', certainty: 0.8 },
        { findingId: 'pleuritic-chest-pain', presence: 'present' },
        { findingId: 'dyspnoea', presence: 'present' },
        { findingId: 'body-temperature', value: { code: 'high' } },
        { findingId: 'body-temperature', value: { number: 38.9, unit: 'Cel' } },
        { findingId: 'heart-rate', value: { code: 'high' } },
        { findingId: 'known-asthma', presence: 'present', assertion: 'historical' },
      ],
      labs: [{ code: 'd-dimer', value: { comparator: '>', number: 4 }, unit: 'mg/L{FEU}' }],
    });
    expect([rejected, withheld]).toEqual([[], []]);
  });

  it.each([
    ['semicolons', 'finding;presence\ncough;present'],
    ['tabs', 'finding\tpresence\ncough\tpresent'],
    ['a byte order mark and Windows line ends', '\ufefffinding,presence\r\ncough,present\r\n'],
    ['columns in another order, in capitals', 'PRESENCE,Finding\npresent,cough'],
    ['system and code', 'system,code,presence\nHPO,HP:0012735,present'],
    ['system and code of ICD-10', 'system,code,presence\nICD-10,R05,present'],
    ['a name in Chinese', 'finding,presence\nCough（中）,present'],
    ['a comment above the header', '# mine\nfinding,presence\ncough,present'],
  ])('reads %s', (_, text) => {
    expect(outcome(text)).toEqual({ taken: [{ findingId: 'cough', presence: 'present' }], rejected: [] });
  });

  it.each([
    ['an id that is none', 'ada-quill,present', '/finding unknown-finding'],
    ['a code without a finding', 'HP:9999999,present', '/finding unknown-code'],
    ['no name', ',present', '/code no-code'],
    ['a presence that is none', 'cough,perhaps', '/presence malformed'],
    ['no presence', 'cough', '/presence presence-missing'],
    ['a presence of a quantity', 'heart-rate,present', '/presence presence-not-allowed'],
    ['a value of a symptom', 'cough,present,3,1', '/value value-not-allowed'],
    ['no value of a quantity', 'heart-rate,', '/value value-missing'],
    ['a decimal comma', 'body-temperature,,"38,9",Cel', '/value malformed'],
    ['no unit', 'body-temperature,,38.9', '/value unit-missing'],
    ['a unit that is not UCUM', 'systolic-blood-pressure,,120,mmHg', '/unit unit-not-ucum'],
    ['a unit of something else', 'd-dimer,,120,kg', '/unit unit-not-convertible'],
    ['what cannot be', 'heart-rate,,9000,/min', '/value value-impossible'],
    ['a state that is none', 'heart-rate,,,,brisk', '/state unknown-state'],
    ['a state and a value', 'heart-rate,,80,/min,normal', '/state contradiction'],
    ['a certainty out of range', 'cough,present,,,,0.2', '/certainty certainty-out-of-range'],
    ['a certainty that is none', 'cough,present,,,,quite', '/certainty malformed'],
    ['an assertion that is none', 'cough,present,,,,,maybe', '/assertion malformed'],
    ['an age that cannot be', 'age,,200,a', '/value malformed'],
    ['a sex that is none', 'sex,,,,yes', '/state malformed'],
    ['a pregnancy that is none', 'pregnant,maybe', '/presence malformed'],
    ['a setting that is none', 'setting,,,,home', '/state malformed'],
  ])('names %s', (_, row, expected) => {
    expect(outcome(table('# one line above', row))).toEqual({
      taken: [],
      rejected: [`/rows/0${expected} in line 3`],
    });
  });

  it('names cells beyond the header, and columns that it does not know', () => {
    expect(outcome('finding,presence,doctor\ncough,present,Ada Quill,1990')).toEqual({
      taken: [{ findingId: 'cough', presence: 'present' }],
      rejected: ['/header/2 unknown-column in line undefined', '/rows/0 malformed in line 2'],
    });
  });

  it('keeps the first of two rows that contradict', () => {
    expect(
      outcome(
        table('cough,present', 'cough,absent', 'age,,3,a', 'age,,4,a', 'd-dimer,,1,mg/L', 'd-dimer,,2,mg/L'),
      ),
    ).toEqual({
      taken: [
        { findingId: 'cough', presence: 'present' },
        { code: 'd-dimer', value: 1, unit: 'mg/L' },
      ],
      rejected: [
        '/rows/1 contradiction in line 3',
        '/rows/3 contradiction in line 5',
        '/rows/5 contradiction in line 7',
      ],
    });
  });

  it('repeats no text of the table', () => {
    const { rejected } = fromCsv(
      table('Ada Quill,present', 'cough,Ada Quill', 'heart-rate,,80,Quill'),
      vocabulary,
    );
    expect(rejected).toHaveLength(3);
    expect(JSON.stringify(rejected)).not.toContain('Quill');
  });

  it.each([
    ['an open quote', 'finding,presence\n"cough,present', 'not-csv'],
    ['no header', 'cough,present', 'no-columns'],
    ['nothing', '', 'no-columns'],
    ['2,001 rows', table(...Array.from({ length: 2_001 }, () => 'cough,present')), 'too-many'],
  ])('does not read %s', (_, text, code) => {
    expect(() => fromCsv(text, vocabulary)).toThrow(
      expect.objectContaining({ name: NotImportable.name, code }),
    );
  });
});
