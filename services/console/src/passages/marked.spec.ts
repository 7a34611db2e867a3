import { markedParts, passageRangeAddress, readRange } from './marked';

describe('a range of a passage', () => {
  const range = { from: 3, to: 8, language: 'zh' } as const;

  it('travels in the address', () => {
    const address = passageRangeAddress('who-1', range);
    expect(address).toBe('/passages/who-1?from=3&to=8&in=zh');
    expect(readRange(new URL(address, 'http://localhost').search)).toEqual(range);
  });

  it.each([
    '',
    '?from=3&to=8',
    '?from=-3&to=8&in=en',
    '?from=8&to=3&in=en',
    '?from=a&to=b&in=en',
    '?from=3&to=8&in=fr',
  ])('is none in %j', (search) => {
    expect(readRange(search)).toBeUndefined();
  });

  it('parts the quotation in the language that it was counted in', () => {
    const quote = { quote: 'An ECG is recorded.', language: 'en' } as const;
    expect(markedParts(quote, { from: 3, to: 6, language: 'en' })).toEqual(['An ', 'ECG', ' is recorded.']);
    expect(markedParts(quote, { from: 3, to: 6, language: 'zh' })).toBeUndefined();
    expect(markedParts(quote, { from: 30, to: 36, language: 'en' })).toBeUndefined();
    expect(markedParts(quote, undefined)).toBeUndefined();
  });
});
