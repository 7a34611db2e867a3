import { repairSpelling } from './repair-spelling';

const KNOWN = ['hallpike', 'insomnia', 'gastric', 'gastrin', 'orbital', '骨质疏松症骨折'];

describe('repairing the spelling of a word', () => {
  it.each([
    ['halpike', 'hallpike'],
    ['insomnnia', 'insomnia'],
    ['insomnja', 'insomnia'],
  ])('reads %s as %s', (word, known) => {
    expect(repairSpelling(word, KNOWN)).toBe(known);
  });

  it.each([
    ['short words', 'gastr'],
    ['another first letter', 'arbital'],
    ['two letters off', 'insmnnia'],
    ['what two words are as near to', 'gastrix'],
    ['another script', '骨质疏松症骨拆'],
  ])('leaves %s alone', (_why, word) => {
    expect(repairSpelling(word, KNOWN)).toBeUndefined();
  });
});
