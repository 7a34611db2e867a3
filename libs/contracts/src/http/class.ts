import { z } from 'zod';
import {
  codeText,
  Instant,
  labelText,
  Language,
  ownName,
  page,
  PageQuery,
  passingText,
  Uuid,
} from '../primitives';
import { ConsentInputs } from './consent';

/** Most learners of a class. */
export const MAX_CLASS_MEMBERS = 2_000;

/** What a class is joined by, in Crockford's alphabet; letters that look alike, case and hyphens do not matter. */
export const ClassCode = codeText(/^[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}$/).meta({ example: 'K7QF-2M9X' });
export const StaffRole = z.enum(['teacher', 'assistant']);
/** An account by the name that the identity provider gives it (OpenID Connect Core 1.0, section 2: ASCII, at most 255). */
const AccountSubject = codeText(/^[\x21-\x7e]{1,255}$/);

export const CreateClassInput = z
  .strictObject({
    name: labelText(100),
    language: Language,
    practiceUnreviewed: z
      .boolean()
      .default(false)
      .meta({ description: 'whether its students may practise with cases that no second person has read' }),
  })
  .meta({ id: 'CreateClassInput', example: { name: 'Year 4, group B', language: 'en' } });

/** `none` takes somebody out of the staff. */
export const ClassStaffInput = z
  .strictObject({ subject: AccountSubject, role: z.enum([...StaffRole.options, 'none']) })
  .meta({ id: 'ClassStaffInput', example: { subject: 'dr-li', role: 'assistant' } });
export const ActOnClassInput = z.strictObject({}).meta({ id: 'ActOnClassInput', example: {} });

export const Class = z
  .object({
    id: Uuid,
    name: z.string(),
    language: Language,
    practiceUnreviewed: z.boolean(),
    archivedAt: Instant.nullable(),
    as: z.enum([...StaffRole.options, 'member']).meta({ description: 'what the caller is in the class' }),
    joinCode: z.string().nullable().meta({ description: 'null to members, and once the class is archived' }),
    members: z.number().int().nullable().meta({ description: 'how many; null to members' }),
    staff: z
      .array(z.object({ subject: z.string(), role: StaffRole }))
      .nullable()
      .meta({ description: 'null to members' }),
  })
  .meta({ id: 'Class' });
export const ClassList = page(Class).meta({ id: 'ClassList' });
export const ClassListQuery = PageQuery;

export const ClassMember = z.object({
  learnerId: Uuid,
  pseudonym: z.string(),
  name: z.string().nullable().meta({ description: 'as chosen by the learner, if at all' }),
  team: z.number().int().nullable(),
  joinedAt: Instant,
});
export const ClassMemberList = page(ClassMember).meta({ id: 'ClassMemberList' });

export const JoinClassInput = z
  .strictObject({
    code: ClassCode,
    consents: ConsentInputs.default([]),
    name: ownName(40).optional(),
    joinKey: codeText(/^[\w-]{22,64}$/)
      .optional()
      .meta({
        description: '128 random bits, base64url: sent again after a failure, the same learner is meant',
      }),
    resumeCode: passingText(20).optional().meta({ description: 'of the first device, on another one' }),
  })
  .meta({
    id: 'JoinClassInput',
    example: { code: 'K7QF-2M9X', consents: [{ purpose: 'keep', granted: true, textVersion: 1 }] },
  });
export const JoinedClass = z
  .object({
    learner: z.object({ id: Uuid, pseudonym: z.string(), name: z.string().nullable() }),
    class: z.object({ id: Uuid, name: z.string(), language: Language }),
    token: z
      .string()
      .optional()
      .meta({ description: 'to be sent as `Authorization: Bearer`; none for somebody with an account' }),
    expiresAt: Instant.optional(),
    resumeCode: z.string().optional().meta({ description: 'shown this once' }),
  })
  .meta({ id: 'JoinedClass' });

export type StaffRole = z.infer<typeof StaffRole>;
export type CreateClassInput = z.infer<typeof CreateClassInput>;
export type ClassStaffInput = z.infer<typeof ClassStaffInput>;
export type Class = z.infer<typeof Class>;
export type ClassList = z.infer<typeof ClassList>;
export type ClassMember = z.infer<typeof ClassMember>;
export type ClassMemberList = z.infer<typeof ClassMemberList>;
export type JoinClassInput = z.infer<typeof JoinClassInput>;
export type JoinedClass = z.infer<typeof JoinedClass>;
