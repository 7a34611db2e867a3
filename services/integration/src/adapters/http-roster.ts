import { Injectable } from '@nestjs/common';
import { type GradeCause, type LtiRegistration } from '@openrounds/contracts';
import { nextPage, ROSTER_TYPE, rosterPage, SCOPE, type RosterMember } from '@openrounds/lti';
import { TryFailed } from '../model/try-failed';
import { type Roster } from '../ports/roster';
import { PlatformServices } from './platform-services';

/** More than any course has; a platform that goes on for ever is left. */
const MOST_PAGES = 50;

const failed = (cause: GradeCause, status: number): TryFailed =>
  new TryFailed({ kind: 'needs-attention', cause, status });

/** Reads rosters over the way out (NRPS 2.0). */
@Injectable()
export class HttpRoster implements Roster {
  constructor(private readonly services: PlatformServices) {}

  async read(platform: LtiRegistration, url: string): Promise<readonly RosterMember[]> {
    const members: RosterMember[] = [];
    let next: string | null = url;
    for (let page = 0; next !== null && page < MOST_PAGES; page += 1) {
      const asked = next;
      const answer = await this.services.ask(platform, {
        ...{ purpose: 'lti-roster', scope: SCOPE.roster, url: asked },
        headers: { accept: ROSTER_TYPE },
      });
      if (answer.status === 403) throw failed('scope-missing', answer.status);
      if (answer.status >= 300) throw failed('refused', answer.status);
      const read = rosterPage(answer.json);
      const following = nextPage(asked, answer.headers['link']);
      if (read === undefined || following === undefined) throw failed('not-understood', answer.status);
      members.push(...read);
      next = following;
    }
    return members;
  }
}
