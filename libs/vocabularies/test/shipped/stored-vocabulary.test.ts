import { compileVocabulary, understandText, vocabularyBytes } from '@openrounds/clinical-language';
import { vocabularyOf } from '@openrounds/knowledge';
import { loadCases } from '@openrounds/knowledge/authoring';
import { FULL } from '@openrounds/testing';
import {
  BUNDLES,
  compilerOfBuild,
  KNOWLEDGE,
  shippedBundle,
  shippedVocabulary,
} from '../../../../test/support/shipped';
import { readPart, VOCABULARY_PARTS } from '../../src/vocabulary-files';

describe('the vocabulary that is built with the knowledge', () => {
  const version = { knowledge: shippedBundle().hashes.knowledge, compiler: compilerOfBuild() ?? '' };

  it('is there in all its parts, as the build has just compiled it', () => {
    for (const part of VOCABULARY_PARTS)
      expect([part, (readPart(BUNDLES, version, part)?.length ?? 0) > 0]).toEqual([part, true]);
    expect(
      understandText('Cough for two days.', undefined, shippedVocabulary()).findings.length,
    ).toBeGreaterThan(0);
  });

  if (FULL) {
    const vocabulary = vocabularyOf(shippedBundle());

    it('is, byte for byte, what is compiled now', () => {
      const compiled = vocabularyBytes(vocabulary);
      for (const part of VOCABULARY_PARTS) {
        const stored = readPart(BUNDLES, version, part);
        expect([part, stored?.length]).toEqual([part, compiled[part].length]);
        expect([part, Buffer.compare(stored ?? new Uint8Array(), compiled[part])]).toEqual([part, 0]);
      }
    });

    // The same bytes are understood the same way: the long form reads every case to see it.
    const { toldCases, teachingCases } = loadCases(KNOWLEDGE);
    it.each([
      ['told', toldCases.map(({ value }) => value.text)],
      [
        'teaching',
        teachingCases.flatMap(({ value }) => value.stages.flatMap(({ text }) => [text.en, text.zh])),
      ],
    ])('understands all %s cases, in both languages, as one compiled now', (_kind, texts) => {
      const [stored, compiled] = [shippedVocabulary(), compileVocabulary(vocabulary)];
      expect(texts.length).toBeGreaterThan(100);
      for (const text of texts) {
        expect(understandText(text, undefined, stored)).toEqual(understandText(text, undefined, compiled));
      }
    });
  }
});
