import { Wordings } from './wordings';

describe('Wordings', () => {
  const wordings = new Wordings([['cough', 'dry cough'], [], ['fever', 'cough of a dog', 'cough']]);
  const found = (wanted: string): [string, number][] => {
    const all: [string, number][] = [];
    wordings.forEachWith(wanted, (text, owner) => all.push([text, owner]));
    return all;
  };

  it('tells of each text once, short before long, then by owner', () => {
    expect(found('o')).toEqual([
      ['cough', 0],
      ['cough', 2],
      ['dry cough', 0],
      ['cough of a dog', 2],
    ]);
  });

  it('finds what stands at the very start and at the very end', () => {
    expect(found('cough')[0]).toEqual(['cough', 0]);
    expect(found('dog')).toEqual([['cough of a dog', 2]]);
  });

  it('finds nothing across two texts, and nothing where nothing is', () => {
    expect(found('coughcough')).toEqual([]);
    new Wordings([]).forEachWith('a', () => {
      throw new Error('there is no text');
    });
  });
});
