import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildKnowledge, loadBundle, type KnowledgeBundle } from '@openrounds/knowledge';
import { removeFolders, tinyKnowledge, writeKnowledge } from '../../knowledge/test/fixture/tiny-knowledge';

/** The bundle of the small knowledge base that the tests of libs/knowledge are written against: three causes of chest pain. */
export function tinyBundle(): KnowledgeBundle {
  const out = mkdtempSync(join(tmpdir(), 'openrounds-bundle-'));
  try {
    const { hash } = buildKnowledge(writeKnowledge(tinyKnowledge()), out);
    return loadBundle(out, hash);
  } finally {
    rmSync(out, { recursive: true, force: true });
    removeFolders();
  }
}
