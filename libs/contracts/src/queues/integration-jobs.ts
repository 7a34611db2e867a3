import { z } from 'zod';
import { LtiRegistration, LtiRegistrationInput } from '../http/lti';
import { Uuid } from '../primitives';
import { JobMeta } from './meta';

const OfPlatform = z.object({ meta: JobMeta, registrationId: Uuid });

/** The id is taken if the platform is new. Registering twice is registering once. */
export const RegisterPlatformPayload = OfPlatform.extend({ registration: LtiRegistrationInput });
export const ListPlatformsPayload = z.object({
  meta: JobMeta,
  limit: z.number().int(),
  before: Uuid.optional(),
});
/** The newest first. */
export const Platforms = z.object({ items: z.array(LtiRegistration), more: z.boolean() });
export const CheckPlatformPayload = OfPlatform;
export const RemovePlatformPayload = OfPlatform;
export const ReadKeySetPayload = z.object({ meta: JobMeta });

export type RegisterPlatformPayload = z.infer<typeof RegisterPlatformPayload>;
export type ListPlatformsPayload = z.infer<typeof ListPlatformsPayload>;
export type Platforms = z.infer<typeof Platforms>;
export type CheckPlatformPayload = z.infer<typeof CheckPlatformPayload>;
export type RemovePlatformPayload = z.infer<typeof RemovePlatformPayload>;
export type ReadKeySetPayload = z.infer<typeof ReadKeySetPayload>;
