import type { LtiRegistrationInput } from '../api/types';
import { trimmed, type Typed, words } from '../connections/lines';

/** What is typed to register a platform, in the order of the form. */
export const LINES = [
  'name',
  'issuer',
  'clientId',
  'authorizationUrl',
  'tokenUrl',
  'keySetUrl',
  'tokenAudience',
  'algorithms',
  'frameOrigins',
  'roster',
] as const;
export type Line = (typeof LINES)[number];

/** What most platforms need nothing in. */
export const OPTIONAL: readonly Line[] = ['tokenAudience', 'algorithms', 'frameOrigins', 'roster'];

/** Whether teachers may read names; whoever registers a platform again need not say it again. */
export const ROSTER_SWITCH = ['unchanged', 'off', 'on'] as const;

/** The form as the operation takes it; what was typed is checked there. */
export function inputOf(typed: Typed<Line>): LtiRegistrationInput {
  const { tokenAudience, algorithms, frameOrigins, roster, ...form } = trimmed(typed);
  return {
    ...form,
    ...(tokenAudience !== '' && { tokenAudience }),
    // What is no name of a signature is refused by the server, which names the line.
    ...(algorithms !== '' && {
      algorithms: words(algorithms) as NonNullable<LtiRegistrationInput['algorithms']>,
    }),
    frameOrigins: words(frameOrigins),
    ...((roster === 'on' || roster === 'off') && { roster: roster === 'on' }),
  };
}
