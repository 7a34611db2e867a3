import { Inject, Injectable } from '@nestjs/common';
import { GRADEBOOK_MAXIMUM } from '@openrounds/contracts';
import { CLOCK, faultPoint, LOGGER, type Clock, type Logger } from '@openrounds/platform';
import { BusyFault } from '@openrounds/queue';
import { beginTry, endTry, type TryOutcome } from '../model/grade-progress';
import { COURSE_STORE, type CourseStore } from '../ports/course-store';
import { GRADE_STORE, type GradeStore, type StoredGrade } from '../ports/grade-store';
import { GRADEBOOK, type Gradebook, type GradePlace } from '../ports/gradebook';
import { LANE_STORE, type LaneStore } from '../ports/lane-store';
import { LEARNER_STORE, type LearnerStore } from '../ports/learner-store';
import { PLATFORM_STORE, type PlatformStore } from '../ports/platform-store';

/** So long one job works; what waits then is taken up by the same job, behind others. */
const TURN_MS = 20_000;

/** Sends what waits for a platform, one score after the other, whatever score it was asked for. */
@Injectable()
export class SendGrades {
  constructor(
    @Inject(GRADE_STORE) private readonly grades: GradeStore,
    @Inject(LANE_STORE) private readonly lanes: LaneStore,
    @Inject(COURSE_STORE) private readonly courses: Pick<CourseStore, 'findLink'>,
    @Inject(PLATFORM_STORE) private readonly platforms: Pick<PlatformStore, 'find'>,
    @Inject(LEARNER_STORE) private readonly learners: Pick<LearnerStore, 'find'>,
    @Inject(GRADEBOOK) private readonly gradebook: Gradebook,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'error'>,
  ) {}

  /**
   * Who finds that somebody else sends to the platform leaves it to them: they look again after they have let go.
   *
   * @throws BusyFault if more waits than one turn can send
   */
  async execute(gradeId: string): Promise<void> {
    const platformId = await this.grades.platformOf(gradeId);
    if (platformId === undefined) return;
    const until = Date.now() + TURN_MS;
    let more = true;
    while (more) {
      const held = await this.lanes.hold(platformId, () => this.drain(platformId, until));
      if (!held) return;
      more = (await this.due(platformId)) !== undefined;
      if (more && Date.now() >= until) throw new BusyFault('more scores wait', 0);
    }
  }

  private async drain(platformId: string, until: number): Promise<void> {
    while (Date.now() < until) {
      const grade = await this.due(platformId);
      if (grade === undefined) return;
      const begun = { ...grade, ...beginTry(grade) };
      if (await this.grades.begin(grade, begun, this.clock.now())) await this.send(begun);
    }
  }

  private async due(platformId: string): Promise<StoredGrade | undefined> {
    const now = this.clock.now();
    if ((await this.lanes.pausedUntil(platformId, now)) !== null) return undefined;
    return this.grades.next(platformId, now);
  }

  private async send(grade: StoredGrade): Promise<void> {
    faultPoint('integration:post-grade');
    const outcome = await this.tryOnce(grade).catch((error: unknown) => this.failedHere(grade, error));
    const now = this.clock.now();
    const isTheirs = outcome.kind === 'passing' && outcome.cause !== 'failed-here';
    await this.lanes.note(grade.platformId, isTheirs, now);
    await this.grades.finish(grade.id, now, (current, newer) =>
      endTry(current, outcome, { now, chance: Math.random(), newer }),
    );
  }

  private async tryOnce(grade: StoredGrade): Promise<TryOutcome> {
    const place = await this.placeOf(grade);
    const learner = await this.learners.find(grade.tenantId, grade.learnerId);
    if (place === undefined || learner === undefined)
      return { kind: 'not-wanted', cause: 'no-gradebook', status: null };
    const { score, activityProgress, gradingProgress, stamp } = grade;
    const sent = {
      ...{ subject: learner.subject, score, maximum: GRADEBOOK_MAXIMUM },
      ...{ activityProgress, gradingProgress, at: stamp },
    };
    const { outcome, columnUrl } = await this.gradebook.deliver(place, sent, grade.unsure);
    if (columnUrl !== place.columnUrl) await this.grades.keepColumn(grade.linkId, columnUrl);
    return outcome;
  }

  /** A score that cannot be tried, whatever the reason, waits like any other: it must not stand in the way of those behind it. */
  private failedHere({ id }: StoredGrade, error: unknown): TryOutcome {
    this.logger.error({ err: error, gradeId: id }, 'a score could not be tried');
    return { kind: 'passing', cause: 'failed-here', status: null, waitMs: null, unsure: true };
  }

  private async placeOf({ tenantId, linkId, platformId }: StoredGrade): Promise<GradePlace | undefined> {
    const link = await this.courses.findLink(tenantId, linkId);
    const platform = await this.platforms.find(tenantId, platformId);
    if (link === undefined || platform === undefined) return undefined;
    const { resourceLinkId, content, grades } = link;
    const columnUrl = await this.grades.columnOf(linkId);
    return { platform, resourceLinkId, resourceId: content.id, grades, columnUrl };
  }
}
