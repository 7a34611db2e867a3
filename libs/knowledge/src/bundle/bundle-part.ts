import { sha256 } from '../build/canonical';
import { bundlePath, loadBundle, readIfThere, writeAtomically } from './bundle-files';
import { BUNDLE_SCHEMA_VERSION, type KnowledgeContent } from './knowledge-bundle';

/** What one service needs of a bundle, in a file of its own beside it: the whole takes a hundred megabytes in memory. */
export interface BundlePart<Part> {
  /** Of the file's name. */
  readonly ending: string;
  of(content: KnowledgeContent): Part;
}

const DIGEST_LENGTH = 64;

/** The version is hashed with the text: a file under another version's name is as good as a damaged one. */
const digestOf = (hash: string, ending: string, json: string): string =>
  sha256(`${hash} ${BUNDLE_SCHEMA_VERSION} ${ending}\n${json}`);

/** Writes a part beside its bundle, all at once or not at all: the digest, then the JSON. */
export function savePart<Part>(
  part: BundlePart<Part>,
  dir: string,
  hash: string,
  content: KnowledgeContent,
): void {
  const json = JSON.stringify(part.of(content));
  writeAtomically(bundlePath(dir, hash, part.ending), `${digestOf(hash, part.ending, json)}${json}`);
}

/**
 * Reads the part that lies beside the bundle; from the bundle itself where it is missing or damaged, as beside versions
 * that were built before there was such a part.
 *
 * @throws {BundleError} `bundle-unknown`, `bundle-corrupt` or `bundle-schema-unknown`
 */
export function loadPart<Part>(part: BundlePart<Part>, dir: string, hash: string): Part {
  const file = readIfThere(bundlePath(dir, hash, part.ending))?.toString('utf8');
  const json = file?.slice(DIGEST_LENGTH);
  if (json !== undefined && file?.slice(0, DIGEST_LENGTH) === digestOf(hash, part.ending, json))
    return JSON.parse(json) as Part;
  return part.of(loadBundle(dir, hash));
}
