import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type JobMeta, type LrsConnection } from '@openrounds/contracts';
import {
  activityId,
  Cmi5Refused,
  idOf,
  type LaunchRequest,
  preferredLanguage,
  readLaunchData,
  readLaunchRequest,
} from '@openrounds/learning-records';
import { hashOf } from '@openrounds/lti';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { type Cmi5Session } from '../../model/cmi5-session';
import { begun, newStatements } from '../../model/statements-of-session';
import { CMI5_SESSIONS, type Cmi5Sessions } from '../../ports/cmi5-sessions';
import { LEARNER_STORE, type LearnerStore } from '../../ports/learner-store';
import { LRS_CONNECTIONS, type LrsConnections } from '../../ports/lrs-connections';
import { PLACED_LEARNERS, type PlacedLearners } from '../../ports/placed-learners';
import { RECORD_STORE, type RecordStore } from '../../ports/record-store';

/** A browser that was sent here goes on at once. */
const TICKET_MS = 60_000;
const LANGUAGES = ['en', 'zh'] as const;

/** What a browser brought, and where it was sent to. */
export interface GivenLaunch {
  readonly assignmentId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly publicUrl: string;
}

/** Begins the session of a learner whom a learning management system launches by cmi5. */
@Injectable()
export class BeginCmi5 {
  constructor(
    @Inject(LRS_CONNECTIONS) private readonly connections: Pick<LrsConnections, 'all'>,
    @Inject(RECORD_STORE) private readonly records: RecordStore,
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'admit'>,
    @Inject(PLACED_LEARNERS) private readonly teaching: PlacedLearners,
    @Inject(CMI5_SESSIONS) private readonly sessions: Pick<Cmi5Sessions, 'begin'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Nothing is asked of a host that is not registered. What the browser says of a person is believed once the system that is
   * registered has answered for it, and holds the package of this assignment.
   *
   * @throws Cmi5Refused with the code for the page
   */
  async execute(meta: JobMeta, { assignmentId, fields, publicUrl }: GivenLaunch): Promise<string> {
    const launch = readLaunchRequest(fields);
    const connection = await this.connectionOf(meta.tenantId, launch);
    const token = await this.records.token(launch.fetch);
    const place = { ...launch, actor: launch.actor };
    const publisherId = activityId(publicUrl, 'assignment', assignmentId);
    const preferences = await this.records.preferences(place, token);
    const document = await this.records.launchData(place, token);
    const data = readLaunchData(document, publisherId, (url) => mayReturnTo(url, connection));
    const who = await this.place(meta, connection, launch, assignmentId);
    const now = this.clock.now();
    const session: Cmi5Session = {
      ...{ id: newId(), tenantId: meta.tenantId, connectionId: connection.id, assignmentId, ...who },
      ...{ endpoint: launch.endpoint, registration: launch.registration, activityId: launch.activityId },
      ...{ launchMode: data.launchMode, masteryScore: data.masteryScore },
      ...{ startedAt: now, lastSeenAt: now, endedAt: null },
      said: {
        ...{ actor: launch.actor, contextTemplate: data.contextTemplate },
        ...{ returnUrl: data.returnUrl, publicUrl },
        language: preferredLanguage(preferences, LANGUAGES) ?? null,
      },
    };
    const ticket = randomBytes(32).toString('base64url');
    await this.sessions.begin(
      session,
      { token, ticketHash: hashOf(ticket), ticketExpiresAt: new Date(now.getTime() + TICKET_MS) },
      (soFar) => ({
        statements: newStatements(session, soFar, begun(session)),
        lastSeenAt: now,
        endedAt: null,
      }),
      meta.requestId,
    );
    return ticket;
  }

  /** @throws Cmi5Refused `cmi5-not-registered` */
  private async connectionOf(tenantId: string, { endpoint, fetch }: LaunchRequest): Promise<LrsConnection> {
    const found = (await this.connections.all(tenantId)).find((each) => {
      const own = new URL(each.endpoint).origin;
      const giving = [own, ...each.fetchOrigins];
      return new URL(endpoint).origin === own && giving.includes(new URL(fetch).origin);
    });
    if (found === undefined) throw new Cmi5Refused('cmi5-not-registered');
    return found;
  }

  /** @throws Cmi5Refused `cmi5-resource-gone`, `cmi5-not-open` */
  private async place(
    meta: JobMeta,
    { id: connectionId }: LrsConnection,
    { actor, registration, activityId: unit }: LaunchRequest,
    assignmentId: string,
  ): Promise<Pick<Cmi5Session, 'learnerId' | 'linkId' | 'attemptId'>> {
    const { homePage, name } = actor.account;
    // Accounts of cmi5 and people of LTI may be called alike and be others.
    const named = { tenantId: meta.tenantId, issuer: `cmi5 ${homePage}`, subject: name, testUser: false };
    const learnerId = await this.learners.admit(named, this.clock.now());
    const linkId = idOf(meta.tenantId, connectionId, registration.toLowerCase(), unit);
    const content = { kind: 'assignment', id: assignmentId } as const;
    try {
      const placed = await this.teaching.place({ meta, linkId, learnerId, content });
      if (placed.kind !== 'assignment') throw new Cmi5Refused('cmi5-resource-gone');
      return { learnerId, linkId, attemptId: placed.attemptId };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (GONE.has(error.code)) throw new Cmi5Refused('cmi5-resource-gone');
      if (NOT_OPEN.has(error.code)) throw new Cmi5Refused('cmi5-not-open');
      throw error;
    }
  }
}

const GONE: ReadonlySet<string> = new Set(['not-found', 'learner-erased', 'case-erased']);
const NOT_OPEN: ReadonlySet<string> = new Set(['not-open', 'assignment-closed', 'case-in-room']);

/** https, or an origin of the system itself, which may be on this machine. */
function mayReturnTo(url: string, { endpoint, fetchOrigins }: LrsConnection): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, origin, username, password } = new URL(url);
  const known = [new URL(endpoint).origin, ...fetchOrigins];
  return username === '' && password === '' && (protocol === 'https:' || known.includes(origin));
}
