import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileVocabulary, deidentifyCase, toEngineCase } from '@openrounds/clinical-language';
import { currentHash, loadBundle, vocabularyOf } from '@openrounds/knowledge';
import { judgeVignette, vignetteSchema } from '../../services/cli/src/intake-evaluation/vignettes';

const ROOT = join(__dirname, '..', '..');
const BUNDLES = join(ROOT, 'knowledge', 'dist');
const SET = join(ROOT, 'libs', 'clinical-language', 'test-sets', 'vignettes.jsonl');

const vignettes = readFileSync(SET, 'utf8')
  .trim()
  .split('\n')
  .map((line) => vignetteSchema.parse(JSON.parse(line)));

describe('vignettes, pasted as they stand', () => {
  const vocabulary = compileVocabulary(vocabularyOf(loadBundle(BUNDLES, currentHash(BUNDLES))));

  it.each(vignettes.map((vignette) => [`${vignette.id}, ${vignette.form}`, vignette] as const))(
    '%s',
    (_name, vignette) => {
      const { faults } = judgeVignette(vignette, (input) =>
        toEngineCase(deidentifyCase(input).input, vocabulary),
      );
      expect(faults).toEqual([]);
    },
  );
});
