import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deidentifyCase, toEngineCase } from '@openrounds/clinical-language';
import { judgeVignette, vignetteSchema } from '../../services/cli/src/intake-evaluation/vignettes';
import { shippedVocabulary } from '../support/shipped';

const ROOT = join(__dirname, '..', '..');
const SET = join(ROOT, 'libs', 'clinical-language', 'test-sets', 'vignettes.jsonl');

const vignettes = readFileSync(SET, 'utf8')
  .trim()
  .split('\n')
  .map((line) => vignetteSchema.parse(JSON.parse(line)));

/** What was measured on ten vignettes of each language, and no worse; some are read by what words tell (ADR 0097), and told as uncertain. */
const MOST_FAULTS = { en: 12, zh: 12 } as const;
/** What is another person's, past, planned or feared, and was read as the patient's own. */
const DANGEROUS = /^must not be read/;

describe('vignettes, pasted as they stand', () => {
  const vocabulary = shippedVocabulary();
  const faultsOf = (language: 'en' | 'zh'): string[] =>
    vignettes
      .filter(({ id }) => id.startsWith(language))
      .flatMap(
        (vignette) =>
          judgeVignette(vignette, (input) => toEngineCase(deidentifyCase(input).input, vocabulary)).faults,
      );

  it.each(['en', 'zh'] as const)(
    '%s: as few faults as were measured, and none that is dangerous',
    (language) => {
      const faults = faultsOf(language);
      expect(faults.filter((fault) => DANGEROUS.test(fault))).toEqual([]);
      expect(faults.length).toBeLessThanOrEqual(MOST_FAULTS[language]);
    },
  );
});
