import { Inject, Injectable } from '@nestjs/common';
import { type CaseBody, type JobMeta, type Versions } from '@openrounds/contracts';
import { forecastIdOf } from '../model/case-hash';
import { engineStageOf, type EngineStage } from '../model/engine-stage';
import { forecastRequests } from '../model/new-version';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { FORECAST_STORE, type ForecastRequest, type ForecastStore } from '../ports/forecast-store';

/** Stages of as many rooms and assignments as are looked at at once. */
const MOST_KEPT = 400;

/** A case as something began with it, and by which numbers. */
export interface RankedCase {
  readonly contentHash: string;
  readonly versions: Versions;
}

/** What the engine says after each stage of a case. It takes what is there, and asks again for what is not. */
@Injectable()
export class EngineStages {
  /** By forecast: the answer to it never changes, and to read it for each frame would take most of a frame's time. */
  private readonly stages = new Map<string, EngineStage>();

  constructor(
    @Inject(FORECAST_STORE) private readonly forecasts: Pick<ForecastStore, 'ask' | 'find'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
  ) {}

  /**
   * The first stage first; null where it is not there.
   *
   * @throws BundleError when the knowledge version is not there
   */
  async execute(
    meta: JobMeta,
    { contentHash, versions }: RankedCase,
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
