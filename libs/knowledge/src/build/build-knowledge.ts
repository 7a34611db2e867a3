import { structureProblems } from '../check/check-knowledge';
import { activate, saveBundle } from '../bundle/bundle-files';
import { type BundlePart, savePart } from '../bundle/bundle-part';
import { GUIDELINES } from '../bundle/guideline-part';
import { TEACHING, type TeachingPart } from '../bundle/teaching-part';
import { type KnowledgeFolder, loadKnowledge, type LoadedKnowledge } from '../load/load-knowledge';
import { type Problem } from '../load/problem';
import { caseDifficulties } from './case-difficulties';
import { checkClaims } from './check-claims';
import { compileBundle, type CompiledBundle } from './compile-bundle';

/** What teaching reads, with what only a ranking can tell. */
const RANKED_TEACHING: BundlePart<TeachingPart> = {
  ...TEACHING,
  of: (content) => ({ ...TEACHING.of(content), difficulties: caseDifficulties(content) }),
};

/** Thrown when what is written cannot become a bundle. Holds every problem, not only the first. */
export class BuildError extends Error {
  override readonly name = 'BuildError';

  constructor(readonly problems: readonly Problem[]) {
    super(`the knowledge cannot be built: ${problems.length} problems; see \`knowledge check\``);
  }
}

/**
 * Builds the bundle of a knowledge folder, stores it under its hash and makes it the active one. The same content
 * gives the same bytes and hash. Medical incoherence is the check's business and does not stop a build.
 *
 * @param dir the knowledge folder
 * @param out the bundle folder, created if need be
 * @throws {BuildError} for unreadable files and entries that do not fit together
 */
export function buildKnowledge(dir: string, out: string): { hash: string } {
  const { bundle, json } = bundleOf(loadKnowledge(dir));
  const hash = bundle.hashes.knowledge;
  saveBundle(out, hash, json);
  savePart(GUIDELINES, out, hash, bundle);
  savePart(RANKED_TEACHING, out, hash, bundle);
  activate(out, hash);
  return { hash };
}

/**
 * The bundle of what was loaded.
 *
 * @throws {BuildError} for unreadable files and entries that do not fit together
 */
export function bundleOf(loaded: LoadedKnowledge): CompiledBundle {
  return compileBundle(soundFolder(loaded), (content) => ({ claims: checkClaims(content) }));
}

/**
 * The folder that was loaded, where a bundle can be made of it.
 *
 * @throws {BuildError} for unreadable files and entries that do not fit together
 */
export function soundFolder(loaded: LoadedKnowledge): KnowledgeFolder {
  const faults = structureProblems(loaded).filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw new BuildError(faults);
  return loaded.folder;
}
