import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type AttemptSteppedPayload, type LeaveCmi5Payload } from '@openrounds/contracts';
import { CLOCK, newId, type Clock, type Periodic } from '@openrounds/platform';
import { type Happening, left, newStatements, stepped } from '../../model/statements-of-session';
import { CMI5_SESSIONS, type Cmi5Sessions } from '../../ports/cmi5-sessions';

/** Says what follows from steps of a launched learner, and from their going. */
@Injectable()
export class FollowSession {
  constructor(
    @Inject(CMI5_SESSIONS) private readonly sessions: Pick<Cmi5Sessions, 'change'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A step of a learner who came in another way is none of a session. */
  async step({ meta, ...step }: AttemptSteppedPayload): Promise<void> {
    const { linkId, learnerId } = step;
    await this.sessions.change(
      { tenantId: meta.tenantId, linkId, learnerId },
      (session, soFar) => {
        let stated = soFar;
        const statements = stepped(session, { meta, ...step }).flatMap((happening: Happening) => {
          const made = newStatements(session, stated, happening);
          stated = {
            ...stated,
            stated: [...stated.stated, ...made.map(({ verb }) => verb)],
            lastAt: made.at(-1)?.at ?? stated.lastAt,
          };
          return made;
        });
        return { statements, lastSeenAt: this.clock.now(), endedAt: null };
      },
      meta.requestId,
    );
  }

  /**
   * @returns where the browser goes; null: nowhere
   * @throws DomainError `not-found` where no session goes on
   */
  async leave({ meta, learnerId, attemptId }: LeaveCmi5Payload): Promise<string | null> {
    const now = this.clock.now();
    const session = await this.sessions.change(
      { tenantId: meta.tenantId, learnerId, attemptId },
      (found, soFar) => ({
        statements: newStatements(found, soFar, left(found, now, now)),
        lastSeenAt: now,
        endedAt: now,
      }),
      meta.requestId,
    );
    if (session === undefined) throw new DomainError('not-found');
    return session.said.returnUrl;
  }
}

export const END_SESSIONS_EVERY_MS = 60_000;
/** Without a sign of life for so long the learner has gone. */
export const SILENT_MS = 2 * 60 * 60 * 1_000;

/** Ends sessions that nobody ended: windows are closed without a word. */
@Injectable()
export class EndSilentSessions implements Periodic {
  constructor(
    @Inject(CMI5_SESSIONS) private readonly sessions: Pick<Cmi5Sessions, 'change' | 'silentSince'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const silent = await this.sessions.silentSince(new Date(now.getTime() - SILENT_MS));
    for (const { tenantId, id } of silent)
      await this.sessions.change(
        { tenantId, id },
        (session, soFar) => ({
          statements: newStatements(session, soFar, left(session, now, session.lastSeenAt)),
          lastSeenAt: session.lastSeenAt,
          endedAt: now,
        }),
        newId(),
      );
    return silent.length;
  }
}
