import { LaunchRefused } from '../refusal/launch-refused';

/** What a token says of its time, in seconds since 1970. */
interface TokenTimes {
  readonly exp: number;
  readonly iat: number;
  readonly nbf?: number | undefined;
}

/** When a token is read. */
interface Reading {
  /** When the login began that it answers: no token can be older. */
  readonly begunAt: Date;
  readonly now: Date;
  readonly skewSeconds: number;
}

/** A token that is older was left lying. */
const MAX_AGE_SECONDS = 600;

const secondsOf = (date: Date): number => date.getTime() / 1_000;

/**
 * A token was made after its login began and before now, and is still good. What cannot be by any delay is a matter of
 * clocks, which an administrator has to hear of; the rest is a page that stood open.
 *
 * @throws LaunchRefused `lti-clock` with the difference, or `lti-expired`
 */
export function checkTimes({ exp, iat, nbf }: TokenTimes, { begunAt, now, skewSeconds }: Reading): void {
  const time = secondsOf(now);
  const begun = secondsOf(begunAt);
  const clock = (reason: 'issued-at' | 'not-before', seconds: number) =>
    new LaunchRefused('lti-clock', reason, { clockSeconds: Math.round(seconds) });
  if (iat > time + skewSeconds) throw clock('issued-at', iat - time);
  if (iat < begun - skewSeconds) throw clock('issued-at', iat - begun);
  if (nbf !== undefined && nbf > time + skewSeconds) throw clock('not-before', nbf - time);
  if (exp <= time - skewSeconds) throw new LaunchRefused('lti-expired', 'expiry');
  if (iat < time - MAX_AGE_SECONDS - skewSeconds) throw new LaunchRefused('lti-expired', 'issued-at');
}
