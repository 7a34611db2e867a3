import { sha256 } from '../build/canonical';
import { type Disease } from '../schema/disease';
import { bundlePath, loadBundle, readIfThere, writeAtomically } from './bundle-files';
import { BUNDLE_SCHEMA_VERSION, type KnowledgeContent } from './knowledge-bundle';

/** What finding passages needs of a bundle: a hundredth of it. */
export interface GuidelinePart {
  readonly guidelines: KnowledgeContent['guidelines'];
  /** The diseases that passages speak of, by which readers search. */
  readonly diseases: readonly Pick<Disease, 'id' | 'name' | 'synonyms'>[];
}

const ENDING = 'guidelines';
const DIGEST_LENGTH = 64;

/** The version is hashed with the text: a file under another version's name is as good as a damaged one. */
const digestOf = (hash: string, json: string): string =>
  sha256(`${hash} ${BUNDLE_SCHEMA_VERSION} ${ENDING}\n${json}`);

/** Writes the part beside its bundle, all at once or not at all: the digest, then the JSON. */
export function saveGuidelinePart(dir: string, hash: string, content: KnowledgeContent): void {
  const json = JSON.stringify(guidelinePartOf(content));
  writeAtomically(bundlePath(dir, hash, ENDING), `${digestOf(hash, json)}${json}`);
}

/**
 * Reads the part that lies beside the bundle; from the bundle itself where it is missing or damaged, as beside versions
 * that were built before there was such a part.
 *
 * @throws {BundleError} `bundle-unknown`, `bundle-corrupt` or `bundle-schema-unknown`
 */
export function loadGuidelinePart(dir: string, hash: string): GuidelinePart {
  const file = readIfThere(bundlePath(dir, hash, ENDING))?.toString('utf8');
  const json = file?.slice(DIGEST_LENGTH);
  if (json !== undefined && file?.slice(0, DIGEST_LENGTH) === digestOf(hash, json))
    return JSON.parse(json) as GuidelinePart;
  return guidelinePartOf(loadBundle(dir, hash));
}

function guidelinePartOf({ guidelines, diseases }: KnowledgeContent): GuidelinePart {
  const spokenOf = new Set(guidelines.passages.flatMap(({ forDiseases }) => forDiseases));
  return {
    guidelines,
    diseases: diseases
      .filter(({ id }) => spokenOf.has(id))
      .map(({ id, name, synonyms }) => ({ id, name, synonyms })),
  };
}
