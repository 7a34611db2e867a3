import { Inject, Injectable } from '@nestjs/common';
import { DomainError, guestSubject, type GivenChoice, type LtiChoiceAnswer } from '@openrounds/contracts';
import { linksAnswer, roleOf } from '@openrounds/lti';
import { CLOCK, type Clock } from '@openrounds/platform';
import { LAUNCH_STORE, type LaunchStore } from '../../ports/launch-store';
import { LEARNER_STORE, type LearnerStore } from '../../ports/learner-store';
import { PLATFORM_STORE, type PlatformStore } from '../../ports/platform-store';
import { TOOL_KEYS, type ToolKeys } from '../../ports/tool-keys';
import { LAUNCH_RULES, type LaunchRules } from '../../settings';

/** So long a teacher may choose links: as long as the session lasts. */
export const CHOOSING_MS = 8 * 3_600_000;

/** Signs what a launched teacher chose, for the platform that asked: once. */
@Injectable()
export class AnswerChoice {
  constructor(
    @Inject(LAUNCH_STORE) private readonly launches: Pick<LaunchStore, 'find' | 'endChoice'>,
    @Inject(PLATFORM_STORE) private readonly platforms: Pick<PlatformStore, 'byId'>,
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'known'>,
    @Inject(TOOL_KEYS) private readonly keys: Pick<ToolKeys, 'current'>,
    @Inject(LAUNCH_RULES) private readonly rules: LaunchRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found` where this person has no choice under this id: it was answered, is too old, or is another's;
   *   `invalid-request` for more links than the platform takes
   */
  async execute(tenantId: string, { launchId, subject, chosen }: GivenChoice): Promise<LtiChoiceAnswer> {
    const launch = await this.launches.find(launchId);
    const platform = launch && (await this.platforms.byId(launch.platformId));
    const choice = launch?.said?.choice ?? null;
    if (!launch?.said || platform?.tenantId !== tenantId || choice === null) throw noChoice();
    const { said } = launch;
    const now = this.clock.now();
    if (now.getTime() - launch.begunAt.getTime() > CHOOSING_MS) throw noChoice();
    const { issuer, clientId } = platform;
    const asked = await this.learners.known({ tenantId, issuer, subject: said.subject });
    if (asked === undefined || guestSubject(asked) !== subject) throw noChoice();
    if (roleOf(said.roles, 'deep-linking').role !== 'teacher') throw noChoice();
    if (chosen.length > 1 && !choice.acceptMultiple) throw onlyOne();
    const jwt = await linksAnswer(
      { clientId, issuer, deploymentId: said.deploymentId, choice, chosen },
      await this.keys.current(),
      this.rules.publicUrl,
      now,
    );
    // Signed before: a choice whose answer cannot be signed is still open.
    if (!(await this.launches.endChoice(launchId))) throw noChoice();
    return { returnUrl: choice.returnUrl, jwt };
  }
}

const noChoice = (): DomainError =>
  new DomainError('not-found', 'This choice was answered, is too old or is somebody else’s');

const onlyOne = (): DomainError =>
  new DomainError('invalid-request', undefined, [
    { pointer: '/assignmentIds', code: 'too_big', message: 'The platform takes one link' },
  ]);
