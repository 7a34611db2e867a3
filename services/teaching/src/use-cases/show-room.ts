import { Inject, Injectable } from '@nestjs/common';
import { type CaseBody, type JobMeta } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { forecastIdOf } from '../model/case-hash';
import { engineStageOf, type EngineStage } from '../model/engine-stage';
import { forecastRequests } from '../model/new-version';
import { contentOf } from '../model/room-content';
import { type Scene } from '../model/room-frame';
import { ANSWER_STORE, type AnswerStore } from '../ports/answer-store';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { FORECAST_STORE, type ForecastRequest, type ForecastStore } from '../ports/forecast-store';
import { ROOM_STORE, type RoomRef, type RoomStore, type StoredRoom } from '../ports/room-store';
import { FindRoom } from './find-room';

/** A scene with what the engine said of each stage. */
export interface WholeScene extends Scene {
  readonly engine: readonly (EngineStage | null)[];
}

/** Stages of as many rooms as are led at once. */
const MOST_KEPT = 400;

/** Puts together what a room is told from. Of the engine it takes what is there, and asks again for what is not. */
@Injectable()
export class ShowRoom {
  /** By forecast: the answer to it never changes, and to read it for each frame would take most of a frame's time. */
  private readonly stages = new Map<string, EngineStage>();

  constructor(
    private readonly findRoom: FindRoom,
    @Inject(ROOM_STORE) private readonly rooms: Pick<RoomStore, 'readCase'>,
    @Inject(ANSWER_STORE) private readonly answers: Pick<AnswerStore, 'tallies'>,
    @Inject(FORECAST_STORE) private readonly forecasts: Pick<ForecastStore, 'ask' | 'find'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not-found`
   * @throws BundleError when the knowledge version is not there
   */
  async execute(meta: JobMeta, roomId: string): Promise<WholeScene> {
    return this.scene(meta, await this.findRoom.byId({ tenantId: meta.tenantId, roomId }));
  }

  async scene(meta: JobMeta, stored: StoredRoom): Promise<WholeScene> {
    const ref: RoomRef = stored;
    const now = this.clock.now();
    const body = await this.rooms.readCase(ref);
    const engine = body === undefined ? [] : await this.engineOf(meta, stored, body, now);
    const tallies = await this.answers.tallies(ref);
    const content = contentOf({ room: stored.room, body, engine, tallies, planted: stored.planted });
    return { stored, content, body, tallies, engine, now };
  }

  private async engineOf(
    meta: JobMeta,
    { contentHash, versions }: StoredRoom,
    body: CaseBody,
    now: Date,
  ): Promise<(EngineStage | null)[]> {
    const stages = body.stages.map((_, place) => place + 1);
    const keys = stages.map((stageNo) => ({ tenantId: meta.tenantId, contentHash, stageNo, versions }));
    const ids = keys.map(forecastIdOf);
    if (!ids.every((id) => this.stages.has(id))) {
      const { vocabulary } = await this.libraries.of(versions.knowledge);
      const requests = forecastRequests({ meta, body, contentHash, versions }, vocabulary);
      await this.read(meta.tenantId, requests, body, now);
    }
    return ids.map((id) => this.stages.get(id) ?? null);
  }

  private async read(
    tenantId: string,
    requests: readonly ForecastRequest[],
    { key }: CaseBody,
    now: Date,
  ): Promise<void> {
    const unknown = requests.filter(({ id }) => !this.stages.has(id));
    const known = await this.forecasts.find(
      tenantId,
      unknown.map(({ id }) => id),
      now,
    );
    const missing = unknown.filter(({ id }) => (known.get(id)?.kind ?? 'asked') === 'asked');
    if (missing.length > 0) await this.forecasts.ask(missing, now);
    for (const { id, stageNo } of unknown) {
      const forecast = known.get(id);
      if (forecast?.kind === 'answered') this.keep(id, engineStageOf(forecast.answer, stageNo, key));
    }
  }

  private keep(id: string, stage: EngineStage): void {
    const [oldest] = this.stages.keys();
    if (this.stages.size >= MOST_KEPT && oldest !== undefined) this.stages.delete(oldest);
    this.stages.set(id, stage);
  }
}
