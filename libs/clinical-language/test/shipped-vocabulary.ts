import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  type CompiledVocabulary,
  compileVocabulary,
  type Vocabulary,
  type VocabularyFinding,
  type VocabularyPanel,
} from '../src/index';

const KNOWLEDGE = join(__dirname, '../../../knowledge');

const read = (file: string): unknown => parse(readFileSync(join(KNOWLEDGE, file), 'utf8'));

/** The vocabulary that is shipped, from the knowledge as it stands, and compiled: this takes seconds, so once a file. */
export function shippedVocabulary(): { vocabulary: Vocabulary; compiled: CompiledVocabulary } {
  const findings = readdirSync(join(KNOWLEDGE, 'findings'))
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => (read(`findings/${file}`) ?? []) as VocabularyFinding[]);
  const vocabulary = { findings, panels: read('panels.yaml') as VocabularyPanel[] };
  return { vocabulary, compiled: compileVocabulary(vocabulary) };
}
