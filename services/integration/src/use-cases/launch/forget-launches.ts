import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@openrounds/platform';
import { LAUNCH_PROBLEMS, type LaunchProblems } from '../../ports/launch-problems';
import { LAUNCH_STORE, type LaunchStore } from '../../ports/launch-store';
import { REGISTRATION_LINKS, type RegistrationLinks } from '../../ports/registration-links';
import { CHOOSING_MS } from './answer-choice';
import { LAUNCH_MS } from './verify-launch';

const PROBLEMS_MS = 7 * 86_400_000;

/** Forgets what was kept of launches for as long as they last. */
@Injectable()
export class ForgetLaunches {
  constructor(
    @Inject(LAUNCH_STORE) private readonly launches: Pick<LaunchStore, 'purge'>,
    @Inject(LAUNCH_PROBLEMS) private readonly problems: Pick<LaunchProblems, 'purge'>,
    @Inject(REGISTRATION_LINKS) private readonly links: Pick<RegistrationLinks, 'purge'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many things were forgotten */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
    const launches = await this.launches.purge({ begun: ago(LAUNCH_MS), choosing: ago(CHOOSING_MS), now });
    const problems = await this.problems.purge(ago(PROBLEMS_MS));
    return launches + problems + (await this.links.purge(ago(PROBLEMS_MS)));
  }
}
