import { DomainError, type Case } from '@openrounds/contracts';

/** A strong entity tag (RFC 9110, 8.8.3) as we give it: the version in quotation marks. */
const OURS = /^"([1-9]\d{0,8})"$/;

/** The version of a case, for `If-Match`. */
export const etagOf = ({ version }: Pick<Case, 'version'>): string => `"${String(version)}"`;

/**
 * The version that a change is made to, from `If-Match`.
 *
 * @throws DomainError `version-required` where none is named (`*` names none), `stale-version` for a tag that is not
 *   ours, or a weak one: it matches no version
 */
export function requiredVersion(header: string | undefined): number {
  const given = header?.trim() ?? '';
  if (given === '' || given === '*') {
    throw new DomainError('version-required', 'Name the version in If-Match, by its ETag');
  }
  const [, version] = OURS.exec(given) ?? [];
  if (version === undefined) throw new DomainError('stale-version', 'If-Match is no ETag of this case');
  return Number(version);
}
