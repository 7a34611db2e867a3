import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBundle, type KnowledgeBundle } from '@openrounds/knowledge';
import { buildKnowledge } from '@openrounds/knowledge/authoring';
import { tinyTeachingCase } from '../../knowledge/test/fixture/tiny-cases';
import {
  type DraftKnowledge,
  removeFolders,
  tinyKnowledge,
  writeKnowledge,
} from '../../knowledge/test/fixture/tiny-knowledge';
import { tinyScore } from '../../knowledge/test/fixture/tiny-score';

/** The bundle of the small knowledge base that the tests of libs/knowledge are written against: three causes of chest pain. */
export function tinyBundle(): KnowledgeBundle {
  return bundleOf(tinyKnowledge());
}

/** The same with one clinical score, `made-up-score`, that has an input of each kind. */
export function tinyBundleWithScore(): KnowledgeBundle {
  return bundleOf({ ...tinyKnowledge(), scores: [tinyScore()] });
}

/** The same with one teaching case, `after-a-long-flight`. */
export function tinyBundleWithCase(): KnowledgeBundle {
  return bundleOf({ ...tinyKnowledge(), teachingCases: [tinyTeachingCase()] });
}

function bundleOf(draft: DraftKnowledge): KnowledgeBundle {
  const out = mkdtempSync(join(tmpdir(), 'openrounds-bundle-'));
  try {
    const { hash } = buildKnowledge(writeKnowledge(draft), out);
    return loadBundle(out, hash);
  } finally {
    rmSync(out, { recursive: true, force: true });
    removeFolders();
  }
}
