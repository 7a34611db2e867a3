import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import {
  type CompiledVocabulary,
  openVocabulary,
  type Vocabulary,
  vocabularyBytes,
  type VocabularyBytes,
} from '@openrounds/clinical-language';

const ROOT = join(__dirname, '..', '..', '..');
const KEPT = join(ROOT, 'node_modules', '.cache', 'openrounds', 'vocabularies');

let code: string | undefined;

/** Of everything that compiles a vocabulary: words, and the code that reads them. */
const hashOfCode = (): string => {
  const hash = createHash('sha256').update(process.version);
  const folder = join(ROOT, 'libs', 'clinical-language', 'src');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
};

/**
 * `compileVocabulary` for specs, which takes a second: what one compiled is there for all others and for the next run, until
 * a word or a line of the library changes.
 */
export function compiledOnce(vocabulary: Vocabulary): CompiledVocabulary {
  code ??= hashOfCode();
  const name = createHash('sha256').update(code).update(JSON.stringify(vocabulary)).digest('hex');
  const file = join(KEPT, name);
  return openVocabulary(bytesIn(file) ?? keep(file, vocabularyBytes(vocabulary)));
}

function bytesIn(file: string): VocabularyBytes | undefined {
  try {
    return deserialize(readFileSync(file)) as VocabularyBytes;
  } catch {
    return undefined;
  }
}

function keep(file: string, bytes: VocabularyBytes): VocabularyBytes {
  mkdirSync(KEPT, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, serialize(bytes));
  renameSync(draft, file);
  return bytes;
}
