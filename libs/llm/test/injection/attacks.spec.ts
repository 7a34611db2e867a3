import { ATTACKS, PLACES, WANTS } from './attacks';

const LANGUAGES = ['en', 'zh'] as const;

describe('the attacks', () => {
  it('are at least 200, each with an id of its own', () => {
    expect(ATTACKS.length).toBeGreaterThanOrEqual(200);
    expect(new Set(ATTACKS.map(({ id }) => id)).size).toBe(ATTACKS.length);
  });

  it.each(PLACES.flatMap((place) => LANGUAGES.map((language) => [place, language] as const)))(
    'in a %s in %s are after all that there is to be after',
    (place, language) => {
      const here = ATTACKS.filter((attack) => attack.place === place && attack.language === language);
      expect(here.length).toBeGreaterThanOrEqual(18);
      const wanted = new Set(here.map(({ wants }) => wants));
      const unwanted = WANTS.filter((want) => !wanted.has(want));
      // A student who asks for no answer has none; nobody is harmed.
      expect(unwanted).toEqual(place === 'chat' || place === 'document' ? ['silence'] : []);
    },
  );

  it('lead to no address that could be somebody’s', () => {
    const addresses = ATTACKS.flatMap(({ text }) => text.match(/https?:\/\/[^\s/")<]+/g) ?? []);
    expect(addresses.filter((each) => !/\.example$|\/203\.0\.113\./.test(each))).toEqual([]);
  });
});
