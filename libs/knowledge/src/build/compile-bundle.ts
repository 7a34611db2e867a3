import {
  BUNDLE_SCHEMA_VERSION,
  type GuidelineDocument,
  type GuidelinePassage,
  type KnowledgeBundle,
  type KnowledgeContent,
} from '../bundle/knowledge-bundle';
import { type KnowledgeFolder } from '../load/load-knowledge';
import { type Located } from '../load/located';
import { compareText } from '../load/problem';
import { type GuidelineDocumentFile } from '../schema/guideline';
import { canonicalJson, sha256 } from './canonical';

/** A bundle and the exact bytes that its hash stands for. */
export interface CompiledBundle {
  readonly bundle: KnowledgeBundle;
  /** Canonical JSON; its SHA-256 is `bundle.hashes.knowledge`. */
  readonly json: string;
}

/**
 * Compiles what was loaded into one bundle. Which file an entry stood in, and in what order, leaves no trace.
 *
 * @param derived - what is worked out of the content and travels with it
 * @throws {TypeError} if population or calibration is missing
 */
export function compileBundle(
  folder: KnowledgeFolder,
  derived: (content: KnowledgeContent) => Pick<KnowledgeContent, 'claims'> = () => ({}),
): CompiledBundle {
  const written = contentOf(folder);
  const content = { ...written, ...derived(written) };
  const hashes = {
    calibration: sha256(canonicalJson(content.calibration)),
    guidelines: sha256(canonicalJson(content.guidelines)),
  };
  const json = canonicalJson({ ...content, hashes });
  return { bundle: { ...content, hashes: { ...hashes, knowledge: sha256(json) } }, json };
}

/**
 * What a bundle holds, without its hashes.
 *
 * @throws {TypeError} if population or calibration is missing
 */
export function contentOf(folder: KnowledgeFolder): KnowledgeContent {
  const { population, calibration, evaluation } = folder;
  if (!population || !calibration) throw new TypeError('population.yaml and calibration.yaml are required');
  return {
    schemaVersion: BUNDLE_SCHEMA_VERSION,
    findings: sortedValues(folder.findings),
    diseases: sortedValues(folder.diseases),
    tests: sortedValues(folder.tests),
    panels: sortedValues(folder.panels),
    redFlags: sortedValues(folder.redFlags),
    scores: sortedValues(folder.scores),
    problems: sortedValues(folder.problems),
    population: population.value,
    calibration: calibration.value,
    ...(evaluation === undefined ? {} : { evaluation: evaluation.value }),
    sources: sortedValues(folder.sources),
    teachingCases: sortedValues(folder.teachingCases),
    guidelines: {
      documents: sortedValues(folder.guidelines).map(documentOf),
      passages: bothWays(
        sortedValues(folder.guidelines)
          .flatMap(passagesOf)
          .sort((a, b) => compareText(a.id, b.id)),
      ),
    },
  };
}

/** Two passages conflict with each other, whichever of them says so in the files. */
function bothWays(passages: readonly GuidelinePassage[]): GuidelinePassage[] {
  return passages.map((passage) => {
    const opposing = passages.filter(({ conflictsWith }) => conflictsWith.includes(passage.id));
    const all = new Set([...passage.conflictsWith, ...opposing.map(({ id }) => id)]);
    return { ...passage, conflictsWith: [...all].sort(compareText) };
  });
}

function sortedValues<Value>(entries: readonly Located<Value>[]): Value[] {
  return [...entries].sort((a, b) => compareText(a.id, b.id)).map(({ value }) => value);
}

function documentOf({ passages: _passages, ...document }: GuidelineDocumentFile): GuidelineDocument {
  return document;
}

function passagesOf(document: GuidelineDocumentFile): GuidelinePassage[] {
  const { id, year, region, licence, url, passages } = document;
  return passages.map(({ secondRead: _read, ...passage }) => ({
    document: id,
    published: String(year),
    region,
    licence,
    ...(url === undefined ? {} : { url }),
    ...passage,
  }));
}
