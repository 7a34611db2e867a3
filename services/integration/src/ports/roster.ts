import { type LtiRegistration } from '@openrounds/contracts';
import { type RosterMember } from '@openrounds/lti';

/** The rosters of courses, as their platforms have them. */
export interface Roster {
  /** Everybody with a name, page by page. @throws TryFailed */
  read(platform: LtiRegistration, url: string): Promise<readonly RosterMember[]>;
}
export const ROSTER = Symbol('Roster');
