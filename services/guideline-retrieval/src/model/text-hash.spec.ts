import { createHash } from 'node:crypto';
import { textHash } from './text-hash';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('textHash', () => {
  it('is that of the canonical JSON of the languages that a text exists in', () => {
    expect(textHash({ zh: '成像', en: 'Image' })).toBe(sha256('{"en":"Image","zh":"成像"}'));
    expect(textHash({ en: 'Image', zh: undefined })).toBe(sha256('{"en":"Image"}'));
  });

  it('is another where a word of either language is', () => {
    const text = { en: 'Image', zh: '成像' };
    const others = [{ ...text, en: 'Imagine' }, { ...text, zh: '显像' }, { en: text.en }].map(textHash);
    expect(new Set([textHash(text), ...others]).size).toBe(4);
  });
});
