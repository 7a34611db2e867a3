import { z } from 'zod';
import { Instant, labelText, passingText, Uuid, page } from '../primitives';

export const Role = z.enum(['student', 'teacher', 'author', 'admin']);
export type Role = z.infer<typeof Role>;
/** Who may call an operation. A participant sits in one room, has no account and is given no API key. */
export type OperationRole = Role | 'participant';

export const CreateSessionInput = z
  .strictObject({ code: passingText(100).optional() })
  .meta({ id: 'CreateSessionInput', example: { code: 'K7QF-2M9X' } });
export const Session = z
  .object({ subject: z.string(), role: Role, csrfToken: z.string(), expiresAt: Instant })
  .meta({ id: 'Session' });

export const CreateApiKeyInput = z
  .strictObject({ name: labelText(100), role: Role })
  .meta({ id: 'CreateApiKeyInput', example: { name: 'LMS of the medical school', role: 'teacher' } });
export const ApiKey = z
  .object({ id: Uuid, name: z.string(), role: Role, createdAt: Instant, revokedAt: Instant.nullable() })
  .meta({ id: 'ApiKey' });
export const NewApiKey = ApiKey.extend({ key: z.string().meta({ description: 'shown once' }) }).meta({
  id: 'NewApiKey',
});
export const ApiKeyList = page(ApiKey).meta({ id: 'ApiKeyList' });

/** Who asks: every row and job carries the tenant. */
export interface Principal {
  readonly tenantId: string;
  readonly subject: string;
  readonly role: Role;
  /** Of a student without an account, who has the token of a class: the learner that the token names. */
  readonly learnerId?: string;
  /** Of a launched teacher: the course they came from. */
  readonly courseId?: string;
  /** Of a launched teacher: whether what they give elsewhere is theirs to see too. */
  readonly beyondCourse?: boolean;
}
/** What a student without an account is called as a principal. */
export const guestSubject = (learnerId: string): string => `learner:${learnerId}`;

export type Session = z.infer<typeof Session>;
export type CreateApiKeyInput = z.infer<typeof CreateApiKeyInput>;
export type ApiKey = z.infer<typeof ApiKey>;
export type NewApiKey = z.infer<typeof NewApiKey>;
