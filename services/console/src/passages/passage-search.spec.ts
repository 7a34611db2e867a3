import {
  addressOfSearch,
  type PassageSearch,
  regionOf,
  searchOfAddress,
  setFilters,
  withFewerFilters,
} from './passage-search';

const PLAIN: PassageSearch = { q: 'gout', inRegion: '', since: '', documentLanguage: '', population: '' };
const NARROW: PassageSearch = { ...PLAIN, inRegion: 'GB', since: '2020', population: 'children' };

describe('a search for passages', () => {
  it('travels in the address, with the filters that are set', () => {
    expect(addressOfSearch(PLAIN)).toBe('/passages?q=gout');
    const address = addressOfSearch({ ...NARROW, documentLanguage: 'zh' });
    expect(address).toBe('/passages?q=gout&inRegion=GB&since=2020&documentLanguage=zh&population=children');
    expect(searchOfAddress(`http://localhost${address}`)).toEqual({ ...NARROW, documentLanguage: 'zh' });
  });

  it('leaves out a language that documents are not in', () => {
    expect(searchOfAddress('http://localhost/passages?q=gout&documentLanguage=fr')).toEqual(PLAIN);
  });

  it.each([
    [' gb', 'GB'],
    ['gb-sct', 'GB-SCT'],
    ['International ', 'international'],
    ['', ''],
  ])('takes %j for the region %j', (typed, region) => {
    expect(regionOf(typed)).toBe(region);
  });

  it('is made wider by each of its filters, then by all', () => {
    expect(setFilters(NARROW)).toEqual(['inRegion', 'since', 'population']);
    const wider = withFewerFilters(NARROW);
    expect(wider.map(({ without }) => without.join())).toEqual([
      'inRegion',
      'since',
      'population',
      'inRegion,since,population',
    ]);
    expect(wider[1]?.search).toEqual({ ...NARROW, since: '' });
    expect(wider[3]?.search).toEqual(PLAIN);
    expect(withFewerFilters({ ...PLAIN, since: '2020' })).toHaveLength(1);
    expect(withFewerFilters(PLAIN)).toEqual([]);
  });
});
