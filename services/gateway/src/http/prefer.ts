import { DomainError } from '@openrounds/contracts';

const LONGEST_WAIT_SECONDS = 30;

/**
 * Seconds of `Prefer: wait=N` (RFC 7240, section 4.3), 0 without it.
 *
 * @throws DomainError `invalid-request` when N is not 0 to 30
 */
export function waitSeconds(header: string | string[] | undefined): number {
  const preferences = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(/[,;]/);
  const wait = preferences.map((each) => each.trim()).find((each) => /^wait\s*=/i.test(each));
  if (wait === undefined) return 0;
  const seconds = Number(/^wait\s*=\s*"?(\d{1,2})"?$/i.exec(wait)?.[1] ?? NaN);
  if (seconds <= LONGEST_WAIT_SECONDS) return seconds;
  throw new DomainError('invalid-request', 'Prefer: wait is not usable', [
    {
      pointer: '/header/prefer',
      code: 'invalid-wait',
      message: `whole seconds from 0 to ${String(LONGEST_WAIT_SECONDS)}`,
    },
  ]);
}
