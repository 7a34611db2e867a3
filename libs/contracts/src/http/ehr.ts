import { z } from 'zod';
import { codeText, Instant, labelText, Language, page, Uuid } from '../primitives';
import { EndpointOrLocal, Given } from './foreign-address';
import { LtiCheckOutcome } from './lti';

/** How we show an EHR that we are the application it knows (SMART App Launch 2). */
export const SmartAuthentication = z.enum(['private-key', 'public', 'secret']).meta({
  description:
    '`private-key`: by a JWT that our key signs (ES384); `public`: by PKCE alone; `secret`: by a shared one',
});

export const EhrSmartInput = z
  .strictObject({
    clientId: Given.meta({ description: 'What the system calls us' }),
    authentication: SmartAuthentication.default('private-key'),
    secret: codeText(/^[\x21-\x7e]{8,500}$/)
      .optional()
      .meta({
        description: 'Of `secret` only; never shown again, and kept where it is left out later',
      }),
  })
  .refine(({ authentication, secret }) => authentication === 'secret' || secret === undefined, {
    path: ['secret'],
    message: 'only where the authentication is `secret`',
    params: { code: 'secret-not-used' },
  })
  .meta({ id: 'EhrSmartInput', example: { clientId: 'openrounds' } });

/** An origin whose pages may call CDS Hooks. */
const Origin = codeText(/^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/).meta({
  example: 'https://ehr-training.example',
});

export const EhrClientInput = z
  .strictObject({
    name: labelText(200).meta({ description: 'What you call the system' }),
    issuer: Given.meta({ description: '`iss` of its tokens, to the letter' }),
    keySetUrl: EndpointOrLocal.meta({ description: 'Its public keys (RFC 7517)' }),
    fhirBaseUrl: EndpointOrLocal.meta({ description: 'Its FHIR R4 server, as it calls it itself' }),
    origins: z.array(Origin).max(20).default([]).meta({ description: 'Origins whose pages may call us' }),
    language: Language.default('en').meta({ description: 'Language of the cards' }),
    environment: z.literal('training').meta({
      description: 'You confirm by it that the system is for training and holds no patient in care',
    }),
    smart: EhrSmartInput.optional().meta({
      description:
        'Left out: patients are not brought from it. It is told `/smart/launch`, `/smart/callback` and `/smart/jwks` below the public address',
    }),
  })
  .meta({
    id: 'EhrClientInput',
    example: {
      name: 'Training system of the teaching hospital',
      issuer: 'https://ehr-training.example',
      keySetUrl: 'https://ehr-training.example/jwks.json',
      fhirBaseUrl: 'https://ehr-training.example/fhir/R4',
      environment: 'training',
    },
  });

/** How an EHR knows us; the secret is never shown. */
export const EhrSmart = z.object({ clientId: z.string(), authentication: SmartAuthentication });

export const EhrClient = z
  .object({
    id: Uuid,
    name: z.string(),
    issuer: z.string(),
    keySetUrl: z.string(),
    fhirBaseUrl: z.string(),
    origins: z.array(z.string()),
    language: Language,
    environment: z.literal('training'),
    smart: EhrSmart.nullable().meta({ description: 'Null: patients are not brought from it' }),
    createdAt: Instant,
  })
  .meta({ id: 'EhrClient' });
export const EhrClientList = page(EhrClient).meta({ id: 'EhrClientList' });

/** What a training system was asked, and what came of it: the outcomes are those of learning platforms. */
export const EhrCheckStep = z.object({
  step: z.enum(['keys', 'fhir', 'smart']),
  outcome: LtiCheckOutcome,
  status: z.number().int().nullable().meta({ description: 'HTTP status, where the system answered' }),
});
export const EhrCheck = z
  .object({ passed: z.boolean(), steps: z.array(EhrCheckStep).min(2).max(3) })
  .meta({ id: 'EhrCheck' });

export type SmartAuthentication = z.infer<typeof SmartAuthentication>;
export type EhrClientInput = z.infer<typeof EhrClientInput>;
export type EhrClient = z.infer<typeof EhrClient>;
export type EhrClientList = z.infer<typeof EhrClientList>;
export type EhrCheckStep = z.infer<typeof EhrCheckStep>;
export type EhrCheck = z.infer<typeof EhrCheck>;
