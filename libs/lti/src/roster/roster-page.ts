import { z } from 'zod';
import { isTestUser } from '../claims/role';

/** Media type of a page of the roster (NRPS 2.0, section 2.3). */
export const ROSTER_TYPE = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

const Name = z.string().max(500).optional().catch(undefined);
const Member = z.object({
  user_id: z.string().min(1).max(255),
  name: Name,
  given_name: Name,
  family_name: Name,
  roles: z.array(z.string().max(300)).max(100).optional().catch(undefined),
});
/** A page of the roster: whatever else it says of people is dropped here. */
const Page = z.object({ members: z.array(Member).max(10_000) });

/** Somebody of a course, by what the platform calls them. */
export interface RosterMember {
  readonly subject: string;
  readonly name: string;
}

/** The members of a page who have a name; whom the platform made up is left out. Undefined: it is no page of a roster. */
export function rosterPage(json: unknown): readonly RosterMember[] | undefined {
  const read = Page.safeParse(json);
  if (!read.success) return undefined;
  return read.data.members.flatMap(({ user_id: subject, roles, ...said }) => {
    const name = nameOf(said);
    return name === '' || isTestUser(roles ?? []) ? [] : [{ subject, name }];
  });
}

const nameOf = ({
  name,
  given_name: given,
  family_name: family,
}: Omit<z.infer<typeof Member>, 'user_id'>): string =>
  (name ?? [given, family].filter((part) => part !== undefined).join(' ')).trim().slice(0, 200);

const NEXT_LINK = /<([^<>]{1,2000})>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g;
const REL_NEXT = /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next)\s*(?:;|$)/i;

/**
 * Where the next page is (RFC 8288), only ever at the origin of this one: the token of the platform goes nowhere else.
 *
 * @returns null after the last page; undefined where the platform names a page elsewhere
 */
export function nextPage(pageUrl: string, link: string | undefined): string | null | undefined {
  for (const [, target = '', parameters = ''] of (link ?? '').matchAll(NEXT_LINK)) {
    if (!REL_NEXT.test(parameters)) continue;
    if (!URL.canParse(target, pageUrl)) return undefined;
    const next = new URL(target, pageUrl);
    return next.origin === new URL(pageUrl).origin && next.username === '' ? next.href : undefined;
  }
  return null;
}
