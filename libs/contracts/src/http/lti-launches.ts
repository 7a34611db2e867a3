import { z } from 'zod';
import { codeText, Instant, Language, page, Uuid } from '../primitives';
import { RoomCode } from './room';

/** What a person is told when a launch fails. */
export const LtiLaunchCode = z.enum([
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
]);
/** What exactly did not hold. */
export const LtiLaunchCause = z.enum([
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
]);

/** Why a launch failed: no token, nothing of a person. Kept for seven days. */
export const LtiLaunchProblem = z
  .object({
    id: Uuid,
    registrationId: Uuid,
    code: LtiLaunchCode,
    cause: LtiLaunchCause,
    claim: z.string().nullable().meta({ description: 'Path of the claim that did not hold' }),
    keyId: z.string().nullable().meta({ description: '`kid` of the token' }),
    clockSeconds: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Seconds that the platform’s clock is ahead of ours' }),
    requestId: z.string().meta({ description: 'As the page that was shown names it' }),
    at: Instant,
  })
  .meta({ id: 'LtiLaunchProblem' });
export const LtiLaunchProblemList = page(LtiLaunchProblem).meta({ id: 'LtiLaunchProblemList' });

/** What a launched teacher sees of assignments, rooms and results. */
export const TeachersSee = z.enum(['course', 'all-own']).meta({
  description:
    '`course`: what stands in the course they came from. `all-own`: also what they give in other courses. Holds for launches from then on',
});

/** A place at a platform that launches come from. */
export const LtiDeployment = z
  .object({
    id: Uuid,
    registrationId: Uuid,
    deploymentId: z.string().meta({ description: 'What the platform calls it' }),
    state: z.enum(['pending', 'active']),
    createdAt: Instant,
    acceptedAt: Instant.nullable(),
    teachersSee: TeachersSee,
  })
  .meta({ id: 'LtiDeployment' });
export const ChangeLtiDeploymentInput = z
  .strictObject({ teachersSee: TeachersSee })
  .meta({ id: 'ChangeLtiDeploymentInput', example: { teachersSee: 'all-own' } });
export const LtiDeploymentList = page(LtiDeployment).meta({ id: 'LtiDeploymentList' });

/** A link by which the administrator of a platform registers it: good once, for a day. */
export const LtiRegistrationLink = z
  .object({
    id: Uuid,
    createdAt: Instant,
    expiresAt: Instant,
    usedAt: Instant.nullable(),
  })
  .meta({ id: 'LtiRegistrationLink' });
export const NewLtiRegistrationLink = LtiRegistrationLink.extend({
  url: z.string().meta({ description: 'Shown once' }),
}).meta({ id: 'NewLtiRegistrationLink' });
export const LtiRegistrationLinkList = page(LtiRegistrationLink).meta({ id: 'LtiRegistrationLinkList' });

/** 256 random bits, base64url. */
export const LaunchSecret = codeText(/^[\w-]{43}$/);
export const LaunchTicketInput = z.strictObject({ ticket: LaunchSecret }).meta({
  id: 'LaunchTicketInput',
  example: { ticket: 'mZ5p0mWQ0w1dYq2pW8Jx3bTnqk4uJm1e7h5cR9sLxQk' },
});

/** Where a launch leads. */
export const LaunchPlace = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('attempt'),
      assignmentId: Uuid,
      attemptId: Uuid,
      token: z
        .string()
        .optional()
        .meta({ description: 'Bearer token of this attempt alone, until a day after its closing time' }),
    }),
    z.object({ kind: z.literal('assignment'), assignmentId: Uuid }),
    z
      .object({ kind: z.literal('review'), assignmentId: Uuid, attemptId: Uuid })
      .meta({ description: 'A teacher looks at the attempt of a learner' }),
    z
      .object({ kind: z.literal('choice'), multiple: z.boolean() })
      .meta({ description: 'A teacher chooses what the course links to: several, or one' }),
    z
      .object({
        kind: z.literal('room'),
        code: RoomCode,
        number: z.number().int().min(1),
        token: z.string().meta({ description: 'Of the seat: what the phone page goes on with' }),
      })
      .meta({ description: 'A student has a seat in a room, and waits there until the lecturer opens it' }),
    z
      .object({ kind: z.literal('lecture'), code: RoomCode })
      .meta({ description: 'A teacher leads a room, or sees what came of one in their course' }),
    z.object({ kind: z.literal('library') }),
  ])
  .meta({ id: 'LaunchPlace' });

/** A session that began by a launch: its token goes with each request, no cookie is set. */
export const LaunchSession = z
  .object({
    token: z.string().meta({ description: 'Bearer token' }),
    expiresAt: Instant,
    subject: z.string(),
    role: z.enum(['student', 'teacher']),
    launchId: Uuid,
    language: Language.nullable().meta({ description: 'As the platform says, where we speak it' }),
    returnUrl: z.string().nullable().meta({ description: 'Where *back to the LMS* leads' }),
    place: LaunchPlace,
  })
  .meta({ id: 'LaunchSession' });

/** Most links of one choice. */
export const MAX_LINKS = 20;
export const LtiChoiceInput = z
  .strictObject({
    launchId: Uuid.meta({ description: 'Of the session that the launch opened' }),
    assignmentIds: z.array(Uuid).max(MAX_LINKS).default([]),
    roomIds: z.array(Uuid).max(MAX_LINKS).default([]),
  })
  .refine(({ assignmentIds, roomIds }) => assignmentIds.length + roomIds.length > 0, {
    ...{ path: ['assignmentIds'], message: 'choose something', params: { code: 'too-small' } },
  })
  .meta({
    id: 'LtiChoiceInput',
    example: {
      launchId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10',
      assignmentIds: ['0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a11'],
    },
  });

/** The signed answer to a choice: the browser posts it to the platform as the field `JWT`, within five minutes. */
export const LtiChoiceAnswer = z
  .object({
    returnUrl: z.string().meta({ description: 'Where the browser posts it: `deep_link_return_url`' }),
    jwt: z.string(),
  })
  .meta({ id: 'LtiChoiceAnswer' });

/** What came of asking for names. */
export const NamesOutcome = z.enum([
  'read',
  'not-launched',
  'not-in-course',
  'switched-off',
  'not-offered',
  'not-allowed',
  'not-trusted',
  'not-understood',
  'busy',
  'unreachable',
]);
/** Names of learners, as their platform has them: for the browser that asked, and for no longer than five minutes. */
export const LearnerNames = z
  .object({
    outcome: NamesOutcome.meta({
      description:
        '`not-launched`: the session began by no launch. `switched-off`: an administrator left names off in the registration. `not-allowed`: the platform does not grant the scope.',
    }),
    names: z.array(z.object({ learnerId: Uuid, name: z.string() })),
  })
  .meta({ id: 'LearnerNames' });

/** That a teacher read the names of a course; which, is not kept. */
export const NamesReadEvent = z
  .object({
    id: Uuid,
    subject: z.string().nullable().meta({ description: 'Who read them; null: they were erased since' }),
    courseId: Uuid,
    assignmentId: Uuid,
    names: z.number().int().meta({ description: 'How many there were' }),
    at: Instant,
  })
  .meta({ id: 'NamesReadEvent' });
export const NamesReadEventList = page(NamesReadEvent).meta({ id: 'NamesReadEventList' });

export type NamesOutcome = z.infer<typeof NamesOutcome>;
export type LearnerNames = z.infer<typeof LearnerNames>;
export type NamesReadEventList = z.infer<typeof NamesReadEventList>;
export type LtiChoiceInput = z.infer<typeof LtiChoiceInput>;
export type LtiChoiceAnswer = z.infer<typeof LtiChoiceAnswer>;
export type LtiLaunchProblem = z.infer<typeof LtiLaunchProblem>;
export type LtiLaunchProblemList = z.infer<typeof LtiLaunchProblemList>;
export type LtiDeployment = z.infer<typeof LtiDeployment>;
export type ChangeLtiDeploymentInput = z.infer<typeof ChangeLtiDeploymentInput>;
export type LtiDeploymentList = z.infer<typeof LtiDeploymentList>;
export type LtiRegistrationLink = z.infer<typeof LtiRegistrationLink>;
export type NewLtiRegistrationLink = z.infer<typeof NewLtiRegistrationLink>;
export type LtiRegistrationLinkList = z.infer<typeof LtiRegistrationLinkList>;
export type LaunchPlace = z.infer<typeof LaunchPlace>;
export type LaunchSession = z.infer<typeof LaunchSession>;
