import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type CodedAnswer,
  type GroundTutorPayload,
  type TutorMode,
  type Versions,
} from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { forecastIdOf, type ForecastKey } from '../model/case-hash';
import { FORECAST_STORE, type ForecastStore } from '../ports/forecast-store';
import { FindRoom } from './find-room';
import { ShowAttempt } from './show-attempt';
import { ShowRoom } from './show-room';

const RETRY_AFTER_SECONDS = 1;

/** What the tutor may be asked about, and how. */
export interface Ground {
  readonly mode: Exclude<TutorMode, 'off'>;
  readonly goesWith: readonly string[];
  readonly versions: Versions;
  /** Null where it was not wanted. */
  readonly answer: CodedAnswer | null;
}

/** A list that may be asked about, before it is read. */
interface Askable extends Omit<Ground, 'mode' | 'answer'> {
  readonly mode: TutorMode | undefined;
  readonly stageNo: number;
  readonly contentHash: string;
}

/**
 * Says of which list of the engine somebody may ask the tutor: a learner of an attempt that keeps nothing back any more, those
 * who lead a room of the stage that it has reached. It is asked anew with each question and each reading, as an attempt that is
 * begun meanwhile takes away what another had shown.
 */
@Injectable()
export class GroundTutor {
  constructor(
    private readonly attempts: ShowAttempt,
    private readonly findRoom: FindRoom,
    private readonly rooms: ShowRoom,
    @Inject(FORECAST_STORE) private readonly forecasts: Pick<ForecastStore, 'find'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`, `forbidden` where the teacher has not switched it on; of an attempt `commit-first`,
   *   `not-released`, `case-in-room`, `learner-erased`, `case-erased`; of a room `run-not-ready` before its first stage;
   *   `dependency-unavailable` while the engine has not answered
   * @throws BundleError when the knowledge version is not there
   */
  async execute(wanted: GroundTutorPayload): Promise<Ground> {
    const { mode, goesWith, versions, ...list } =
      wanted.about.kind === 'attempt' ? await this.ofAttempt(wanted) : await this.ofRoom(wanted);
    if (mode === undefined || mode === 'off')
      throw new DomainError('forbidden', 'The teacher has not switched the tutor on');
    const key = { tenantId: wanted.meta.tenantId, versions, ...list };
    return { mode, goesWith, versions, answer: wanted.withList ? await this.listOf(key) : null };
  }

  private async ofAttempt({ meta, by, about }: GroundTutorPayload): Promise<Askable> {
    const { assignment } = await this.attempts.told(meta, about.id, by);
    const { tutor, caseId, assignmentId, versions, stages, contentHash } = assignment;
    return { mode: tutor, goesWith: [caseId, assignmentId], versions, stageNo: stages, contentHash };
  }

  /** Looks at the whole room so that the engine is asked again for what is not there. */
  private async ofRoom({ meta, by, about: { id: roomId } }: GroundTutorPayload): Promise<Askable> {
    const stored = await this.findRoom.ofTeacher({ tenantId: meta.tenantId, roomId }, by);
    const { room, caseId, versions, contentHash } = stored;
    if (room.stageNo === 0)
      throw new DomainError('run-not-ready', 'The room has not reached its first stage');
    if ((await this.rooms.scene(meta, stored)).body === undefined) throw new DomainError('case-erased');
    const goesWith = [caseId, roomId];
    return { mode: room.tutor?.mode, goesWith, versions, stageNo: room.stageNo, contentHash };
  }

  private async listOf(key: ForecastKey): Promise<CodedAnswer> {
    const id = forecastIdOf(key);
    const forecast = (await this.forecasts.find(key.tenantId, [id], this.clock.now())).get(id);
    if (forecast?.kind === 'answered') return forecast.answer;
    const detail = 'The engine has not answered yet';
    throw new DomainError('dependency-unavailable', detail, [], RETRY_AFTER_SECONDS);
  }
}
