import { type GoldEntry } from '../model/gold';
import { type NamedDisease } from '../model/prediction';
import { matchOf } from './match';

const GOLD: GoldEntry = {
  icd10: ['K22.0', 'I26'],
  names_en: ['cardiospasm', "crohn's disease"],
  names_zh: ['贲门失弛缓症'],
  broader_ok: ['K22'],
};
const disease = (given: Partial<NamedDisease>): NamedDisease => ({
  diseaseId: 'd',
  name: 'Something',
  nameZh: '某病',
  icd10: [],
  ...given,
});

describe('matchOf', () => {
  it.each([
    ['a code that is the prefix', { icd10: ['I26'] }, 'right'],
    ['a code below the prefix', { icd10: ['Z00', 'I26.9'] }, 'right'],
    ['a code written without its point', { icd10: ['K220'] }, 'right'],
    ['a code above the prefix', { icd10: ['I2'] }, 'wrong'],
    ['a code that only a lenient score accepts', { icd10: ['K22.5'] }, 'broader'],
    ['a category above the gold, accepted leniently', { icd10: ['K22'] }, 'broader'],
    ['an accepted name in other letters', { name: 'Cardiospasm' }, 'right'],
    ['an accepted name with another apostrophe', { name: 'Crohn’s disease' }, 'right'],
    ['a Chinese name', { nameZh: '贲门失弛缓症' }, 'right'],
    ['a name that only contains an accepted one', { name: 'Cardiospasm of the newborn' }, 'wrong'],
    ['neither', {}, 'wrong'],
  ] as const)('judges %s', (_what, given, expected) => {
    expect(matchOf([GOLD], disease(given))).toBe(expected);
  });

  it('accepts any of several gold standards, the strict before the lenient', () => {
    const other: GoldEntry = { icd10: ['K22.5'], names_en: [], names_zh: [], broader_ok: [] };
    expect(matchOf([GOLD, other], disease({ icd10: ['K22.5'] }))).toBe('right');
  });
});
