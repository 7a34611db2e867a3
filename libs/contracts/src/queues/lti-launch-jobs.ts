import { z } from 'zod';
import {
  LaunchSecret,
  LtiDeployment,
  LtiLaunchCode,
  LtiLaunchProblem,
  LearnerNames,
  NamesReadEvent,
  TeachersSee,
  LtiRegistrationLink,
} from '../http/lti-launches';
import { LtiCheckOutcome } from '../http/lti';
import { Instant, Uuid } from '../primitives';
import { JobMeta, Sealed } from './meta';

/** What is asked and answered of a launch holds secrets, tokens and what platforms call people: it crosses sealed. */
export const SealedLaunchPayload = z.object({ meta: JobMeta, sealed: Sealed });
export const SealedLaunchAnswer = z.object({ sealed: Sealed });

/** A login as it came: nothing of it is signed. */
export const GivenLogin = z.object({
  issuer: z.string(),
  clientId: z.string().nullable(),
  deploymentId: z.string().nullable(),
  loginHint: z.string(),
  messageHint: z.string().nullable(),
  storageTarget: z.string().nullable(),
});
/** What a platform sent by the browser, and what the browser keeps of its login. */
export const GivenToken = z.object({
  state: z.string(),
  /** Null: the platform sent an error instead. */
  token: z.string().nullable(),
  secret: LaunchSecret.nullable(),
});
export const GivenProof = z.object({
  launchId: Uuid,
  /** Null: the platform’s storage held none. */
  secret: LaunchSecret.nullable(),
});
export const GivenTicket = z.object({ ticket: LaunchSecret });

/** Origins that may show the page in a frame. */
const Framed = z.object({ frameOrigins: z.array(z.string()) });
const Storage = z.object({ target: z.string(), origin: z.string() });

/** A launch that is not accepted, as a page tells of it. */
export const ToldRefusal = Framed.extend({
  outcome: z.literal('refused'),
  code: LtiLaunchCode,
  /** Of the verified token; null: there is none, or it says none. */
  locale: z.string().nullable(),
  returnUrl: z.string().nullable(),
  clockSeconds: z.number().int().nullable(),
  /** The login of a launch whose browser is not known: to begin it again in a window of its own. */
  again: GivenLogin.nullable(),
});
/** The login goes to the platform, with what the browser is to keep. */
export const ToldLogin = z.discriminatedUnion('outcome', [
  Framed.extend({
    outcome: z.literal('go'),
    launchId: Uuid,
    url: z.string(),
    secret: LaunchSecret,
    storage: Storage.nullable(),
  }),
  ToldRefusal,
]);
/** The launch ends in a ticket, or the browser has to prove first that it began it. */
export const ToldLaunch = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('ticket'),
    ticket: LaunchSecret,
    launchId: Uuid,
    /** Where the browser goes on: students who come into a room have a page of their own. */
    page: z.enum(['console', 'room']).default('console'),
  }),
  // A room is led from a window: no frame holds its pages.
  Framed.extend({
    outcome: z.literal('window'),
    ticket: LaunchSecret,
    launchId: Uuid,
    again: GivenLogin,
    locale: z.string().nullable(),
  }),
  Framed.extend({
    outcome: z.literal('prove'),
    launchId: Uuid,
    storage: Storage,
    locale: z.string().nullable(),
  }),
  ToldRefusal,
]);
/** Who has the ticket, and what the launch is of. */
export const ToldTicket = z.object({
  tenantId: z.string(),
  launchId: Uuid,
  learnerId: Uuid,
  role: z.enum(['student', 'teacher']),
  message: z.enum(['resource-link', 'submission-review', 'deep-linking']),
  link: z.object({ id: Uuid, kind: z.enum(['assignment', 'room']), resourceId: Uuid }).nullable(),
  reviewedId: Uuid.nullable(),
  /** The course that the launch came from; null: the platform named none. */
  courseId: Uuid.nullable().default(null),
  /** Whether a teacher also sees what they give in other courses. */
  beyondCourse: z.boolean().default(false),
  /** Of a teacher who is to choose links: whether the platform takes several. Null with the other messages. */
  choice: z.object({ multiple: z.boolean() }).nullable(),
  locale: z.string().nullable(),
  returnUrl: z.string().nullable(),
});

/**
 * Who may show the page that a launch ends on in a frame: until ten minutes after its login, or for as long as a teacher may
 * choose links; then nobody.
 */
export const FrameOriginsPayload = z.object({ meta: JobMeta, launchId: Uuid });
export const FrameOrigins = Framed.extend({
  /** Where the page may send the answer to a choice; null: there is none. */
  answerOrigin: z.string().nullable(),
});

/** What a launched teacher chose to link to. */
export const GivenChoice = z.object({
  launchId: Uuid,
  /** Of the session: it has to be whoever the launch was of. */
  subject: z.string(),
  chosen: z.array(
    z.object({
      resourceId: Uuid,
      title: z.string(),
      scoreMaximum: z.number().nullable(),
      opensAt: Instant.nullable(),
      closesAt: Instant.nullable(),
    }),
  ),
});

/** A page of the newest, from before an id on. */
export const ListOfLtiPayload = z.object({
  meta: JobMeta,
  limit: z.number().int(),
  before: Uuid.optional(),
});
export const LtiDeployments = z.object({ items: z.array(LtiDeployment), more: z.boolean() });
export const LtiLaunchProblems = z.object({ items: z.array(LtiLaunchProblem), more: z.boolean() });
export const LtiRegistrationLinks = z.object({ items: z.array(LtiRegistrationLink), more: z.boolean() });
export const AcceptDeploymentPayload = z.object({ meta: JobMeta, deploymentId: Uuid });
export const ChangeDeploymentPayload = AcceptDeploymentPayload.extend({ teachersSee: TeachersSee });

/** The code is kept as its SHA-256, base64url. */
export const AddRegistrationLinkPayload = z.object({ meta: JobMeta, linkId: Uuid, codeHash: z.string() });

/** By a link: the platform's own description, and the token that it takes a registration with. */
export const GivenRegistration = z.object({
  code: z.string(),
  configurationUrl: z.string(),
  registrationToken: z.string().nullable(),
  /** What was confirmed; null: the platform is only shown. */
  confirmed: z.object({ grades: z.boolean(), roster: z.boolean(), otherHost: z.boolean() }).nullable(),
});
/** Why a registration by link came to nothing. */
export const RegistrationFault = z.enum([
  'link',
  'other-host',
  'taken',
  ...LtiCheckOutcome.exclude(['ok', 'no-keys']).options,
]);
export const ToldRegistration = z.discriminatedUnion('outcome', [
  Framed.extend({
    outcome: z.enum(['shown', 'registered']),
    platform: z.object({
      name: z.string(),
      issuer: z.string(),
      authorizationUrl: z.string(),
      tokenUrl: z.string(),
      keySetUrl: z.string(),
    }),
    /** The issuer is at another host than its configuration. */
    otherHost: z.boolean(),
  }),
  Framed.extend({ outcome: z.literal('refused'), fault: RegistrationFault }),
]);

/** A teacher of a course asks for the names of those who took an assignment there. */
export const GivenNamesRequest = z.object({ courseId: Uuid, assignmentId: Uuid, subject: z.string() });
export const ToldNames = LearnerNames;
export const NamesReadEvents = z.object({ items: z.array(NamesReadEvent), more: z.boolean() });

/** What a tenant has under an id that a platform names. */
export const FindContentPayload = z.object({ meta: JobMeta, id: Uuid });
export const FoundContent = z.object({ kind: z.enum(['assignment', 'room']).nullable() });

export type SealedLaunchPayload = z.infer<typeof SealedLaunchPayload>;
export type SealedLaunchAnswer = z.infer<typeof SealedLaunchAnswer>;
export type GivenLogin = z.infer<typeof GivenLogin>;
export type GivenToken = z.infer<typeof GivenToken>;
export type GivenProof = z.infer<typeof GivenProof>;
export type GivenTicket = z.infer<typeof GivenTicket>;
export type ToldRefusal = z.infer<typeof ToldRefusal>;
export type ToldLogin = z.infer<typeof ToldLogin>;
export type ToldLaunch = z.infer<typeof ToldLaunch>;
export type ToldTicket = z.infer<typeof ToldTicket>;
export type GivenChoice = z.infer<typeof GivenChoice>;
export type FrameOriginsPayload = z.infer<typeof FrameOriginsPayload>;
export type FrameOrigins = z.infer<typeof FrameOrigins>;
export type ListOfLtiPayload = z.infer<typeof ListOfLtiPayload>;
export type LtiDeployments = z.infer<typeof LtiDeployments>;
export type LtiLaunchProblems = z.infer<typeof LtiLaunchProblems>;
export type LtiRegistrationLinks = z.infer<typeof LtiRegistrationLinks>;
export type AcceptDeploymentPayload = z.infer<typeof AcceptDeploymentPayload>;
export type ChangeDeploymentPayload = z.infer<typeof ChangeDeploymentPayload>;
export type AddRegistrationLinkPayload = z.infer<typeof AddRegistrationLinkPayload>;
export type GivenRegistration = z.infer<typeof GivenRegistration>;
export type RegistrationFault = z.infer<typeof RegistrationFault>;
export type ToldRegistration = z.infer<typeof ToldRegistration>;
export type GivenNamesRequest = z.infer<typeof GivenNamesRequest>;
export type ToldNames = z.infer<typeof ToldNames>;
export type NamesReadEvents = z.infer<typeof NamesReadEvents>;
export type FindContentPayload = z.infer<typeof FindContentPayload>;
export type FoundContent = z.infer<typeof FoundContent>;
