import { endingOf, type StoredFile, type StoredFiles, type StoredVersion } from './stored-files';

/** Who needs a version: how many of what. */
export interface Need {
  /** `runs`, `rooms`, … */
  readonly by: string;
  /** From 1 on. */
  readonly count: number;
}

/** What is not to go. */
export interface Keeping {
  /** The active version. */
  readonly active: string;
  readonly needed: ReadonlyMap<string, readonly Need[]>;
  /** What was written at this moment or later stays: a run may have been given it that the database does not hold yet. */
  readonly since: Date;
  /**
   * The endings of the compiled vocabularies that this code opens; those of other code go. Undefined: all stay.
   */
  readonly vocabularies: readonly string[] | undefined;
}

/** A version that stays, and why. */
export interface KeptVersion extends StoredVersion {
  readonly isActive: boolean;
  readonly isRecent: boolean;
  readonly neededBy: readonly Need[];
}

/** What stays and what goes. */
export interface PrunePlan {
  readonly kept: readonly KeptVersion[];
  readonly unneeded: readonly StoredVersion[];
  /** What is needed and is not there: whoever needs it is told `knowledge-unavailable`. */
  readonly missing: readonly { readonly hash: string; readonly neededBy: readonly Need[] }[];
  /** Files that belong to no version, or that no code of today reads, in the order in which they are to be deleted. */
  readonly leftovers: readonly StoredFile[];
}

const VOCABULARY = /^[0-9a-f]{16}\.(?:terminology|dictionary)$/;
/** What lay beside bundles before there was `guidelines`. */
const FORMER_PARTS: ReadonlySet<string> = new Set(['passages']);

/** Decides over the files of a store. */
export function planPrune(stored: StoredFiles, keeping: Keeping): PrunePlan {
  const isOld = ({ changedAt }: StoredFile): boolean => changedAt < keeping.since;
  const judged = stored.versions.map((version) => ({
    ...version,
    isActive: version.hash === keeping.active,
    isRecent: !isOld(version.bundle),
    neededBy: keeping.needed.get(version.hash) ?? [],
  }));
  const stays = ({ isActive, isRecent, neededBy }: KeptVersion): boolean =>
    isActive || isRecent || neededBy.length > 0;
  const kept = judged.filter(stays);
  const unread = kept.flatMap(({ parts }) => parts.filter((part) => isUnread(part, keeping.vocabularies)));
  const here = new Set(judged.map(({ hash }) => hash));
  const missing = [...keeping.needed].filter(([hash]) => !here.has(hash));
  const going = judged.filter((version) => !stays(version));
  return {
    kept,
    unneeded: going.map(({ hash, bundle, parts }) => ({ hash, bundle, parts })),
    missing: missing.map(([hash, neededBy]) => ({ hash, neededBy })),
    leftovers: [...stored.halfDeleted, ...[...stored.orphans, ...stored.drafts, ...unread].filter(isOld)],
  };
}

function isUnread(part: StoredFile, vocabularies: readonly string[] | undefined): boolean {
  const ending = endingOf(part);
  if (FORMER_PARTS.has(ending)) return true;
  return vocabularies !== undefined && VOCABULARY.test(ending) && !vocabularies.includes(ending);
}
