import { DomainError, type Asker, type CodedCaseCheck } from '@openrounds/contracts';
import { type CaseChange, type StoredCase, type StoredReview, type StoredVersion } from '../ports/case-store';

/** The newest version of a case. */
export function newestOf({ versions }: Pick<StoredCase, 'versions'>): StoredVersion {
  const newest = versions.at(-1);
  if (newest === undefined) throw new Error('a case without versions');
  return newest;
}

/**
 * Whether somebody besides its author agrees with a version, and nobody wants it changed.
 */
export function isReviewed(
  { owner, reviews }: Pick<StoredCase, 'owner' | 'reviews'>,
  version: number,
): boolean {
  const others = reviews.filter((review) => review.version === version && review.reviewer !== owner);
  return others.length > 0 && others.every(({ verdict }) => verdict === 'agree');
}

/** @throws DomainError `stale-version` where the version meant is not the newest */
export function requireNewest(stored: StoredCase, version: number): StoredVersion {
  const newest = newestOf(stored);
  if (newest.version === version) return newest;
  throw new DomainError('stale-version', `The newest version is ${String(newest.version)}`);
}

/** @throws DomainError `forbidden` for somebody who is neither the owner nor an administrator */
export function requireOwner({ owner }: Pick<StoredCase, 'owner'>, { subject, role }: Asker): void {
  if (subject !== owner && role !== 'admin')
    throw new DomainError('forbidden', 'The case belongs to somebody else');
}

/** Hands a case to its reviewers. Pressed twice, it does nothing. */
export function submit(stored: StoredCase, version: number, by: Asker): CaseChange | null {
  requireOwner(stored, by);
  requireNewest(stored, version);
  const done = stored.state === 'in-review' || stored.publishedVersion === version;
  return done ? null : { state: 'in-review' };
}

/**
 * Keeps what a second person says of a case; one who wants it changed gives it back to its author.
 *
 * @throws DomainError `review-own-case`, `case-not-submitted`
 */
export function review(stored: StoredCase, given: StoredReview): CaseChange {
  const { madeBy } = requireNewest(stored, given.version);
  if ([stored.owner, madeBy].includes(given.reviewer)) throw new DomainError('review-own-case');
  if (stored.state !== 'in-review') throw new DomainError('case-not-submitted');
  return { review: given, ...(given.verdict === 'change' ? { state: 'draft' } : {}) };
}

/**
 * Publishes the newest version. Published twice, it is published once.
 *
 * @param checks of that version
 * @param needsReview false where there is nobody to ask
 * @throws DomainError `case-not-publishable` naming every mistake, `needs-review`
 */
export function publish(
  stored: StoredCase,
  version: number,
  checks: readonly CodedCaseCheck[],
  needsReview: boolean,
): CaseChange | null {
  requireNewest(stored, version);
  if (stored.publishedVersion === version) return null;
  const mistakes = checks.filter(({ severity }) => severity === 'error');
  if (mistakes.length > 0) {
    throw new DomainError(
      'case-not-publishable',
      `${String(mistakes.length)} mistake(s) keep it from being published`,
      mistakes.map(({ pointer, code, of }) => ({ pointer, code, message: `${code}: ${of}` })),
    );
  }
  if (needsReview && (stored.state !== 'in-review' || !isReviewed(stored, version)))
    throw new DomainError('needs-review');
  return { state: 'published', publishedVersion: version };
}

/** Takes a case out of the library; rooms that have begun keep the version that they began with. */
export function retire(stored: StoredCase, version: number): CaseChange | null {
  requireNewest(stored, version);
  return stored.state === 'retired' ? null : { state: 'retired', publishedVersion: null };
}
