const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const INSTITUTION = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#';
const TEST_USER = /^http:\/\/purl\.imsglobal\.org\/vocab\/(?:lti|lis\/v2)\/system\/person#TestUser$/;

/** Course roles that make a teacher (LTI Core 1.3, appendix A.2.3). */
const TEACHING: ReadonlySet<string> = new Set([
  'Instructor',
  'TeachingAssistant',
  'ContentDeveloper',
  'Administrator',
]);
/** Roles in the institution that let somebody choose what a course links to. */
const CHOOSING: ReadonlySet<string> = new Set(['Instructor', 'Faculty', 'Staff', 'Administrator']);

/** What somebody is here. A platform never makes an author or an administrator of ours. */
export interface LaunchRole {
  readonly role: 'teacher' | 'student';
  /** A student whom the platform made up to look at a course: left out of statistics. */
  readonly testUser: boolean;
}

/**
 * What roles of a platform mean here: those of the course decide. A sub-role counts as the role it belongs to, so that
 * `membership/Learner#Instructor` is a learner. A role without a URI is one of the course.
 *
 * @param roles as the platform sent them; unknown ones say nothing
 * @param message roles in the institution count only for the choice of a link
 */
export function roleOf(roles: readonly string[], message: 'deep-linking' | 'other'): LaunchRole {
  if (isTestUser(roles)) return { role: 'student', testUser: true };
  const teaches = roles.some((role) => TEACHING.has(courseRole(role) ?? ''));
  const chooses =
    message === 'deep-linking' &&
    roles.some((role) => role.startsWith(INSTITUTION) && CHOOSING.has(role.slice(INSTITUTION.length)));
  return { role: teaches || chooses ? 'teacher' : 'student', testUser: false };
}

/** Whether the platform made somebody up. */
export const isTestUser = (roles: readonly string[]): boolean => roles.some((role) => TEST_USER.test(role));

/** `#Role`, `/Role#SubRole` or a bare name. */
function courseRole(role: string): string | undefined {
  if (/^[A-Za-z]+$/.test(role)) return role;
  if (!role.startsWith(MEMBERSHIP)) return undefined;
  return /^(?:#|\/)([A-Za-z]+)(?:$|#)/.exec(role.slice(MEMBERSHIP.length))?.[1];
}
