import { type LtiRegistration } from '@openrounds/contracts';

/**
 * Who may show a page of a launch in a frame: what is registered, where the platform signs in, and where it wants its people back,
 * once a token said so.
 */
export const frameOriginsOf = (
  { frameOrigins, authorizationUrl }: Pick<LtiRegistration, 'frameOrigins' | 'authorizationUrl'>,
  returnUrl: string | null = null,
): string[] => [
  ...new Set([
    ...frameOrigins,
    new URL(authorizationUrl).origin,
    ...(returnUrl === null ? [] : [new URL(returnUrl).origin]),
  ]),
];
