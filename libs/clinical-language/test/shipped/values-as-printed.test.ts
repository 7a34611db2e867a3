import { vocabularyOf } from '@openrounds/knowledge';
import { shippedBundle, shippedVocabulary } from '../../../../test/support/shipped';
import { understandText } from '../../src/read-case';

const COMPILED = shippedVocabulary();
const woman = { age: { value: 45, unit: 'a' }, sex: 'female' } as const;

/** Units as they are printed, where that is not their code. */
const PRINTED: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  '10*9/L': '×10^9/L',
  '10*6/L': '×10^6/L',
  '{score}': '',
  '1': '',
  '[pH]': '',
};
const printed = (unit: string): string => PRINTED[unit] ?? unit.replaceAll(/\{[^}]*\}|[[\]]/g, '');

/** Each quantity with a value that a person can have. */
const MEASURED = vocabularyOf(shippedBundle()).findings.flatMap(
  ({ id, name, unit, plausible, intervals = [] }) => {
    const { from = plausible?.low ?? 0, to } = intervals.find((interval) => interval.to !== undefined) ?? {};
    if (unit === undefined || to === undefined) return [];
    return [{ id, name, value: Number((from + (to - from) * 0.6).toPrecision(2)), unit: printed(unit) }];
  },
);

/** So few may go wrong: names that end in figures and tests that are not a woman's. */
const FEW = 0.02;

type Frame = (name: string, value: number, unit: string) => string;
const FRAMES: readonly (readonly ['en' | 'zh', Frame])[] = [
  ['en', (name, value, unit) => `${name} ${value} ${unit}`],
  ['en', (name, value, unit) => `${name} (${unit}): ${value}`],
  ['en', (name, value, unit) => `Repeat ${name} (12 March) ${value} ${unit}`],
  // a bare number behind a comma is nobody's
  ['en', (name, value, unit) => (unit === '' ? `${name} ${value}` : `${name}, ${value} ${unit}`)],
  ['en', (name, value, unit) => `${name}\t${value}\t${unit}`],
  ['en', (name, value, unit) => `${name} ....... ${value} ${unit}`],
  ['zh', (name, value, unit) => `${name}：${value}${unit}`],
  ['zh', (name, value, unit) => `复查${name}为${value}${unit}。`],
  ['zh', (name, value, unit) => `${name}（3月2日）${value}${unit}`],
  ['zh', (name, value, unit) => `1\t${name}\t${value}\t${unit}`],
];

describe('values as they are printed', () => {
  it.each(FRAMES.map(([language, frame]) => [language, frame('…', 1, 'g/L'), frame] as const))(
    'are read in %s: %j',
    (language, _shown, frame) => {
      expect(MEASURED.length).toBeGreaterThan(60);
      const missed = MEASURED.flatMap(({ id, name, value, unit }) => {
        const text = frame(name[language], value, unit);
        const { findings, labs } = understandText(text, woman, COMPILED);
        const found = findings.find(({ findingId }) => findingId === id)?.value;
        const isRead =
          (found !== undefined && 'number' in found && found.number === value) ||
          labs.some((lab) => lab.findingId === id && lab.value === value);
        return isRead ? [] : [text];
      });
      expect(missed.slice(Math.floor(MEASURED.length * FEW))).toEqual([]);
    },
  );
});
