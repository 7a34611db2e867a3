import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { understandText } from '@openrounds/clinical-language';
import { BundleStore } from '@openrounds/knowledge';
import { buildKnowledge } from '@openrounds/knowledge/authoring';
import { FULL, itInFull } from '@openrounds/testing';
import {
  type DraftKnowledge,
  removeFolders,
  tinyKnowledge,
  writeKnowledge,
} from '../../knowledge/test/fixture/tiny-knowledge';
import { tinyScore } from '../../knowledge/test/fixture/tiny-score';
import { isVocabularyStored, storeVocabulary } from './store-vocabulary';
import { VocabularyStore } from './vocabulary-store';

const COMPILER = 'c0de'.repeat(16);
const TEXT = 'Sharp chest pain since yesterday, no fever. 胸痛2天。';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'openrounds-vocabularies-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
  removeFolders();
});

const build = (draft: DraftKnowledge): string => buildKnowledge(writeKnowledge(draft), dir).hash;

/** What a store of one compiler gives, and of which versions it had to compile the vocabulary itself. */
function read(knowledge: string, compiler = COMPILER) {
  const compiledHere: string[] = [];
  const onMissing = (version: string): void => void compiledHere.push(version);
  const store = new VocabularyStore(new BundleStore(dir), { compiler, onMissing });
  const understood = understandText(TEXT, undefined, store.vocabulary(knowledge));
  expect(store.terminology(knowledge).findings.has('chest-pain')).toBe(true);
  return { understood, compiledHere };
}

const fileOf = (part: string): string => {
  const name = readdirSync(dir).find((file) => file.endsWith(part));
  if (name === undefined) throw new Error(`there is no ${part}`);
  return join(dir, name);
};

describe('VocabularyStore', () => {
  it('opens what was stored, and understands by it as by what it compiles itself', () => {
    const hash = build(tinyKnowledge());
    expect(isVocabularyStored(dir, hash, COMPILER)).toBe(false);
    const own = read(hash);
    expect(own.compiledHere).toEqual([hash, hash]);
    expect(own.understood.findings.length).toBeGreaterThan(0);

    storeVocabulary(dir, hash, COMPILER);
    expect(isVocabularyStored(dir, hash, COMPILER)).toBe(true);
    expect(read(hash)).toEqual({ understood: own.understood, compiledHere: [] });
  });

  it('compiles anew what other code has compiled', () => {
    const hash = build(tinyKnowledge());
    storeVocabulary(dir, hash, COMPILER);
    const other = '0dd'.repeat(21).padEnd(64, '0');
    expect(isVocabularyStored(dir, hash, other)).toBe(false);
    expect(read(hash, other).compiledHere).toEqual([hash, hash]);
  });

  it.each(FULL ? ['dictionary', 'terminology'] : ['dictionary'])(
    'compiles anew where the %s is damaged',
    (part) => {
      const hash = build(tinyKnowledge());
      storeVocabulary(dir, hash, COMPILER);
      const bytes = readFileSync(fileOf(part));
      bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
      writeFileSync(fileOf(part), bytes);
      expect(read(hash).compiledHere).toContain(hash);
    },
  );

  itInFull('compiles anew where a file of other knowledge, or of the other kind, lies under the name', () => {
    const older = build({ ...tinyKnowledge(), scores: [tinyScore()] });
    storeVocabulary(dir, older, COMPILER);
    const [dictionary, terminology] = [fileOf('dictionary'), fileOf('terminology')];
    const hash = build(tinyKnowledge());
    copyFileSync(dictionary, dictionary.replace(older, hash));
    copyFileSync(terminology, terminology.replace(older, hash));
    expect(read(hash).compiledHere).toEqual([hash, hash]);

    copyFileSync(terminology, dictionary);
    expect(read(older).compiledHere).toEqual([older]);
  });

  it('knows no version that is no bundle', () => {
    const store = new VocabularyStore(new BundleStore(dir), { compiler: COMPILER });
    for (const version of ['0'.repeat(64), '../secrets'])
      expect(() => store.vocabulary(version)).toThrow(expect.objectContaining({ code: 'bundle-unknown' }));
  });

  it('opens a version once', () => {
    const hash = build(tinyKnowledge());
    storeVocabulary(dir, hash, COMPILER);
    const store = new VocabularyStore(new BundleStore(dir), { compiler: COMPILER });
    expect(store.vocabulary(hash)).toBe(store.vocabulary(hash));
    expect(store.terminology(hash)).toBe(store.terminology(hash));
  });
});
