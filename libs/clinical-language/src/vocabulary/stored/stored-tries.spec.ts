import fc from 'fast-check';
import { normalise } from '../../normalise/normalise';
import { tokenise } from '../../normalise/tokens';
import { bySurface } from '../../lexicon/phrase-dictionary';
import { PhraseTrie } from '../../lexicon/phrase-trie';
import { Archive, writeArchive } from './archive';
import { StoredTries, trieParts } from './stored-tries';
import { Texts, TextWriter } from './texts';

const word = fc.constantFrom('pain', 'in', 'the', 'chest', 'left', 'arm');
const phrase = fc.array(word, { minLength: 1, maxLength: 4 });
const SKIPPING = { skippable: () => 1, limit: 1 };

function stored(tries: readonly PhraseTrie<number>[]): StoredTries {
  const writer = new TextWriter();
  const parts = trieParts('tries', tries, writer);
  const archive = new Archive(writeArchive({ ...parts, ...writer.parts('texts') }));
  return new StoredTries(archive, 'tries', new Texts(archive, 'texts'));
}

describe('stored tries', () => {
  it('find what the tries found that they were written from', () => {
    const vocabulary = fc.array(phrase);
    fc.assert(
      fc.property(vocabulary, vocabulary, fc.array(word, { maxLength: 12 }), (one, other, words) => {
        const tries = [one, other].map((phrases) => {
          const trie = new PhraseTrie<number>();
          phrases.forEach((keys, index) => trie.add(keys, index));
          return trie;
        });
        const written = stored(tries);
        const tokens = tokenise(normalise(words.join(' ')));
        tries.forEach((trie, root) => {
          const again = written.dictionary(root, (id) => id);
          expect(again.matchAll(tokens, bySurface)).toEqual(trie.matchAll(tokens, bySurface));
          expect(again.matchAll(tokens, bySurface, SKIPPING)).toEqual(
            trie.matchAll(tokens, bySurface, SKIPPING),
          );
        });
      }),
    );
  });
});
