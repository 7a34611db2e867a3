import { etagOf, requiredVersion } from './if-match';

describe('If-Match', () => {
  it('names the version that its ETag gave', () => {
    expect(requiredVersion(etagOf({ version: 12 }))).toBe(12);
    expect(requiredVersion(' "3" ')).toBe(3);
  });

  it.each([undefined, '', ' ', '*'])('is required: %j', (header) => {
    expect(() => requiredVersion(header)).toThrow(expect.objectContaining({ code: 'version-required' }));
  });

  it.each(['W/"3"', '3', '"0"', '"03"', '"abc"', '"3", "4"', '"99999999999"'])(
    'matches no version by %s',
    (header) => {
      expect(() => requiredVersion(header)).toThrow(expect.objectContaining({ code: 'stale-version' }));
    },
  );
});
