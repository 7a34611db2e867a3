import { z } from 'zod';
import { Instant, labelText, page, PageQuery, passingText, Uuid } from '../primitives';
import { EndpointOrLocal } from './foreign-address';
import { LtiCheckOutcome } from './lti';

const Origin = EndpointOrLocal.refine((text) => !URL.canParse(text) || new URL(text).origin === text, {
  error: 'is not an origin',
  params: { code: 'origin' },
});

export const LrsConnectionInput = z
  .strictObject({
    name: labelText(200).meta({ description: 'What you call the system' }),
    endpoint: EndpointOrLocal.meta({
      description: 'Base address of its record store (xAPI), as it stands in a launch',
    }),
    fetchOrigins: z.array(Origin).max(20).default([]).meta({
      description: 'Origins that give tokens, besides that of the endpoint',
    }),
  })
  .meta({
    id: 'LrsConnectionInput',
    example: { name: 'LMS of the medical school', endpoint: 'https://lms.example/xapi/' },
  });
export const LrsConnection = z
  .object({
    id: Uuid,
    name: z.string(),
    endpoint: z.string(),
    fetchOrigins: z.array(z.string()),
    createdAt: Instant,
  })
  .meta({ id: 'LrsConnection' });
export const LrsConnectionList = page(LrsConnection).meta({ id: 'LrsConnectionList' });

export const LrsCheck = z
  .object({
    passed: z.boolean(),
    outcome: LtiCheckOutcome.exclude(['no-keys']),
    status: z.number().int().nullable().meta({ description: 'HTTP status, where the system answered' }),
    versions: z.array(z.string()).meta({ description: 'of xAPI, that its record store speaks' }),
  })
  .meta({ id: 'LrsCheck' });

/** cmi5, section 13.1.4. */
export const CourseMoveOn = z.enum([
  'Completed',
  'Passed',
  'CompletedAndPassed',
  'CompletedOrPassed',
  'NotApplicable',
]);
export const CourseQuery = z.object({
  masteryScore: z.coerce.number().min(0).max(1).optional().meta({
    description:
      'Score from which an attempt is passed; left out: nothing is passed or failed. Not with graded work, whose score is told after the session',
  }),
  moveOn: CourseMoveOn.optional().meta({
    description: 'When the unit is done. Left out: `Completed`; with a mastery score `CompletedAndPassed`',
  }),
});

/** What a learning management system adds to the address of a unit (cmi5, section 8.1): looked at later, for a page that says what is wrong. */
const Parameter = passingText(8_000).optional();
export const Cmi5LaunchQuery = z.object({
  assignment: Parameter,
  institution: Parameter,
  endpoint: Parameter,
  fetch: Parameter,
  actor: Parameter,
  registration: Parameter,
  activityId: Parameter,
});

/** Where a statement stands on its way into a record store. */
export const StatementState = z.enum(['waiting', 'retrying', 'delivered', 'needs-attention']);
/** Why it is not there: `new-launch`: the session's token is not good any more; `conflict`: the store has another one under its id. */
export const StatementCause = z.enum([
  'no-answer',
  'busy',
  'refused',
  'new-launch',
  'conflict',
  'address',
  'given-up',
]);
export const RecordVerb = z.enum(['initialized', 'answered', 'completed', 'passed', 'failed', 'terminated']);
export const RecordStatement = z
  .object({
    id: Uuid,
    statementId: Uuid.meta({ description: 'as the record store knows it' }),
    connectionId: Uuid,
    sessionId: Uuid,
    learnerId: Uuid,
    assignmentId: Uuid,
    verb: RecordVerb,
    state: StatementState,
    cause: StatementCause.nullable(),
    status: z.number().int().nullable().meta({ description: 'HTTP status of the last answer' }),
    tries: z.number().int().min(0),
    nextTryAt: Instant.nullable(),
    at: Instant,
    changedAt: Instant,
  })
  .meta({ id: 'RecordStatement' });
export const RecordStatementList = page(RecordStatement).meta({ id: 'RecordStatementList' });
export const RecordStatementQuery = PageQuery.extend({ state: StatementState.optional() });

export const LaunchedAttemptInput = z
  .strictObject({ attemptId: Uuid })
  .meta({ id: 'LaunchedAttemptInput', example: { attemptId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10' } });
export const SessionLeft = z
  .object({
    returnUrl: z
      .string()
      .nullable()
      .meta({ description: 'where the browser goes; null: the window is closed' }),
  })
  .meta({ id: 'SessionLeft' });

export type LrsConnectionInput = z.infer<typeof LrsConnectionInput>;
export type LrsConnection = z.infer<typeof LrsConnection>;
export type LrsConnectionList = z.infer<typeof LrsConnectionList>;
export type LrsCheck = z.infer<typeof LrsCheck>;
export type CourseQuery = z.infer<typeof CourseQuery>;
export type Cmi5LaunchQuery = z.infer<typeof Cmi5LaunchQuery>;
export type StatementState = z.infer<typeof StatementState>;
export type StatementCause = z.infer<typeof StatementCause>;
export type RecordStatement = z.infer<typeof RecordStatement>;
export type RecordStatementList = z.infer<typeof RecordStatementList>;
export type SessionLeft = z.infer<typeof SessionLeft>;
