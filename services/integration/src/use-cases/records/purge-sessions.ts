import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Periodic } from '@openrounds/platform';
import { CMI5_SESSIONS, type Cmi5Sessions } from '../../ports/cmi5-sessions';

/** Somebody may ask where a result has gone, half a year later. */
const KEPT_MS = 180 * 24 * 60 * 60 * 1_000;

/** Forgets sessions that ended long ago, with what they stated. */
@Injectable()
export class PurgeSessions implements Periodic {
  constructor(
    @Inject(CMI5_SESSIONS) private readonly sessions: Pick<Cmi5Sessions, 'purge'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many */
  execute(): Promise<number> {
    return this.sessions.purge(new Date(this.clock.now().getTime() - KEPT_MS));
  }
}
