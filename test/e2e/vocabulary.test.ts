import { join } from 'node:path';
import { compileVocabulary, understandText } from '@openrounds/clinical-language';
import { BundleStore, vocabularyOf } from '@openrounds/knowledge';
import { loadCases } from '@openrounds/knowledge/authoring';
import { type vocabularyCompiler, VocabularyStore } from '@openrounds/vocabularies';

const ROOT = join(__dirname, '..', '..');
/** These tests run from TypeScript: only what was built knows what compiled the stored vocabulary. */
const { vocabularyCompiler: compilerOfBuild } = jest.requireActual<{
  vocabularyCompiler: typeof vocabularyCompiler;
}>(join(ROOT, 'dist', 'libs', 'vocabularies', 'src', 'index.js'));

describe('the vocabulary that is built with the knowledge', () => {
  const bundles = new BundleStore(join(ROOT, 'knowledge', 'dist'));
  const bundle = bundles.current();
  const missing: string[] = [];
  const store = new VocabularyStore(bundles, {
    compiler: compilerOfBuild(),
    onMissing: (version) => missing.push(version),
  });
  const stored = store.vocabulary(bundle.hashes.knowledge);
  const compiled = compileVocabulary(vocabularyOf(bundle));
  const { toldCases, teachingCases } = loadCases(join(ROOT, 'knowledge'));

  it('is stored', () => {
    expect(missing).toEqual([]);
  });

  it.each([
    ['told', toldCases.map(({ value }) => value.text)],
    [
      'teaching',
      teachingCases.flatMap(({ value }) => value.stages.flatMap(({ text }) => [text.en, text.zh])),
    ],
  ])('understands all %s cases, in both languages, as one compiled now', (_kind, texts) => {
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) {
      expect(understandText(text, undefined, stored)).toEqual(understandText(text, undefined, compiled));
    }
  });
});
