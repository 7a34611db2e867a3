/** What a person is told when a launch fails: each has a sentence and what to do (docs/lms.md). */
export const LAUNCH_CODES = [
  'lti-not-registered',
  'lti-ambiguous',
  'lti-deployment-pending',
  'lti-signature',
  'lti-claims',
  'lti-keys-unreachable',
  'lti-expired',
  'lti-spent',
  'lti-other-browser',
  'lti-clock',
  'lti-resource-gone',
] as const;
export type LaunchCode = (typeof LAUNCH_CODES)[number];

/** What exactly did not hold, for the administrator who looks for it; never told to the one who launched. */
export const LAUNCH_CAUSES = [
  'form',
  'login-request',
  'platform',
  'state',
  'token-form',
  'algorithm',
  'key-id',
  'critical-header',
  'unknown-key',
  'weak-key',
  'keys',
  'signature',
  'issuer',
  'audience',
  'authorized-party',
  'nonce',
  'expiry',
  'issued-at',
  'not-before',
  'claim',
  'role',
  'target',
  'deployment',
  'browser',
  'resource',
  'platform-error',
] as const;
export type LaunchCause = (typeof LAUNCH_CAUSES)[number];

/** What is told besides the code. */
export interface RefusalDetail {
  /** Path of the claim that is missing or not of its form: never its value. */
  readonly claim?: string;
  /** `kid` of the token's header. */
  readonly keyId?: string;
  /** Seconds that the platform's clock is ahead of ours; negative: behind. */
  readonly clockSeconds?: number;
}

/** A launch that is not accepted. The message holds code and cause: what a token says may be somebody's name. */
export class LaunchRefused extends Error {
  override readonly name = 'LaunchRefused';

  constructor(
    readonly code: LaunchCode,
    readonly reason: LaunchCause,
    readonly detail: RefusalDetail = {},
  ) {
    super(`${code}: ${reason}${detail.claim === undefined ? '' : ` ${detail.claim}`}`);
  }
}
