import { z } from 'zod';
import { codeText, Instant, labelText, page, Uuid } from '../primitives';
import { Endpoint, Given } from './foreign-address';

/** How a platform may sign its tokens (RFC 7518); LTI 1.3 asks for the first. */
export const PlatformSignature = z.enum([
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
]);

/** An origin that may show our pages in a frame; `*.` stands for any name below. */
const FrameOrigin = codeText(/^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/).meta({
  example: 'https://*.instructure.com',
});

export const LtiRegistrationInput = z
  .strictObject({
    name: labelText(200).meta({ description: 'What you call the platform' }),
    issuer: Given.meta({ description: '`iss` of its tokens, to the letter' }),
    clientId: Given.meta({ description: 'What the platform calls us' }),
    authorizationUrl: Endpoint,
    tokenUrl: Endpoint,
    keySetUrl: Endpoint,
    tokenAudience: Given.optional().meta({
      description: 'Where the platform wants its token URL to be called otherwise',
    }),
    algorithms: z.array(PlatformSignature).min(1).max(9).default(['RS256']),
    frameOrigins: z.array(FrameOrigin).max(20).default([]),
    roster: z.boolean().optional().meta({
      description:
        'Whether teachers may read the names of their courses (Names and Role Provisioning). Left out: as it was registered, at first not',
    }),
  })
  .meta({
    id: 'LtiRegistrationInput',
    example: {
      name: 'Moodle of the medical school',
      issuer: 'https://moodle.example',
      clientId: 'Zx81kQ',
      authorizationUrl: 'https://moodle.example/mod/lti/auth.php',
      tokenUrl: 'https://moodle.example/mod/lti/token.php',
      keySetUrl: 'https://moodle.example/mod/lti/certs.php',
    },
  });

export const LtiRegistration = z
  .object({
    id: Uuid,
    name: z.string(),
    issuer: z.string(),
    clientId: z.string(),
    authorizationUrl: z.string(),
    tokenUrl: z.string(),
    keySetUrl: z.string(),
    tokenAudience: z.string().nullable(),
    algorithms: z.array(PlatformSignature),
    frameOrigins: z.array(z.string()),
    roster: z.boolean(),
    createdAt: Instant,
  })
  .meta({ id: 'LtiRegistration' });
export const LtiRegistrationList = page(LtiRegistration).meta({ id: 'LtiRegistrationList' });

/** What a platform was asked, and what came of it; a closed set, for programs and for words of the reader's language. */
export const LtiCheckOutcome = z.enum([
  'ok',
  'url-refused',
  'address-refused',
  'host-not-registered',
  'unknown-host',
  'unreachable',
  'certificate',
  'timeout',
  'broken-off',
  'redirected',
  'too-large',
  'not-json',
  'refused',
  'not-understood',
  'no-keys',
]);
export const LtiCheckStep = z.object({
  step: z.enum(['keys', 'token']),
  outcome: LtiCheckOutcome,
  status: z.number().int().nullable().meta({ description: 'HTTP status, where the platform answered' }),
});
export const LtiCheck = z
  .object({ passed: z.boolean(), steps: z.array(LtiCheckStep).length(2) })
  .meta({ id: 'LtiCheck' });

/** Our public keys (RFC 7517), by which platforms know what we signed. */
export const LtiKeySet = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('RSA'),
        kid: z.string().meta({ description: 'RFC 7638 thumbprint' }),
        alg: z.literal('RS256'),
        use: z.literal('sig'),
        n: z.string(),
        e: z.string(),
      }),
    ),
  })
  .meta({ id: 'LtiKeySet' });

/** In the form of Canvas; every value that another platform asks for stands in it too. */
export const LtiConfiguration = z
  .object({
    title: z.string(),
    description: z.string(),
    oidc_initiation_url: z.string(),
    target_link_uri: z.string(),
    public_jwk_url: z.string(),
    scopes: z.array(z.string()),
    extensions: z.array(
      z.object({
        platform: z.string(),
        domain: z.string(),
        privacy_level: z.string(),
        settings: z.object({ placements: z.array(z.record(z.string(), z.union([z.string(), z.boolean()]))) }),
      }),
    ),
  })
  .meta({ id: 'LtiConfiguration' });

export type LtiRegistrationInput = z.infer<typeof LtiRegistrationInput>;
export type LtiRegistration = z.infer<typeof LtiRegistration>;
export type LtiRegistrationList = z.infer<typeof LtiRegistrationList>;
export type LtiCheckOutcome = z.infer<typeof LtiCheckOutcome>;
export type LtiCheckStep = z.infer<typeof LtiCheckStep>;
export type LtiCheck = z.infer<typeof LtiCheck>;
export type LtiKeySet = z.infer<typeof LtiKeySet>;
export type LtiConfiguration = z.infer<typeof LtiConfiguration>;
