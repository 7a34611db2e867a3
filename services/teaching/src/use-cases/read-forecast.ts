import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type CodedForecast, type JobMeta, type Versions } from '@openrounds/contracts';
import { CLOCK, type Clock } from '@openrounds/platform';
import { forecastIdOf } from '../model/case-hash';
import { forecastOfStage } from '../model/forecast-of-stage';
import { forecastRequests } from '../model/new-version';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { FORECAST_STORE, type Forecast, type ForecastStore } from '../ports/forecast-store';
import { OpenCase, type OpenedCase } from './open-case';

const RETRY_AFTER_SECONDS = 1;

export interface ForecastOfCase {
  readonly meta: JobMeta;
  readonly caseId: string;
  readonly version?: number | undefined;
  readonly versions: Versions;
}

/** What the engine would say at each stage of a case; asked for where nobody did so before. */
@Injectable()
export class ReadForecast {
  constructor(
    private readonly openCase: OpenCase,
    @Inject(FORECAST_STORE) private readonly forecasts: Pick<ForecastStore, 'ask' | 'find'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `dependency-unavailable` while a stage is not there yet, `case-not-understood` where the engine
   *   does not rank such a patient, `not-found`, `case-erased`
   * @throws BundleError when the knowledge version is not there
   */
  async execute({ meta, caseId, version, versions }: ForecastOfCase): Promise<CodedForecast> {
    const opened = await this.openCase.execute(meta.tenantId, caseId, version);
    const { body, contentHash } = opened;
    const { vocabulary } = await this.libraries.of(versions.knowledge);
    const requests = forecastRequests({ meta, body, contentHash, versions }, vocabulary);
    const now = this.clock.now();
    const known = await this.forecasts.find(
      meta.tenantId,
      requests.map(({ id }) => id),
      now,
    );
    const missing = requests.filter(({ id }) => !isThere(known.get(id)));
    if (missing.length > 0) {
      await this.forecasts.ask(missing, now);
      throw new DomainError(
        'dependency-unavailable',
        `The engine has been asked about ${String(missing.length)} stage(s)`,
        [],
        RETRY_AFTER_SECONDS,
      );
    }
    return {
      version: opened.version,
      contentHash,
      stages: requests.map(({ id, stageNo }) => forecastOfStage(answerOf(known.get(id)), stageNo, body.key)),
    };
  }

  /** The first of the engine's list after the last stage, where it is known already; nothing is asked. */
  async leaderAtTheEnd(
    tenantId: string,
    { body, contentHash }: Pick<OpenedCase, 'body' | 'contentHash'>,
    versions: Versions,
  ): Promise<string | undefined> {
    const id = forecastIdOf({ tenantId, contentHash, stageNo: body.stages.length, versions });
    const known = (await this.forecasts.find(tenantId, [id], this.clock.now())).get(id);
    return known?.kind === 'answered' ? known.answer.differential[0]?.diseaseId : undefined;
  }
}

const isThere = (forecast: Forecast | undefined): boolean =>
  forecast !== undefined && forecast.kind !== 'asked';

function answerOf(forecast: Forecast | undefined) {
  if (forecast?.kind === 'answered') return forecast.answer;
  const reason = forecast?.kind === 'rejected' ? forecast.code : 'unknown';
  throw new DomainError('case-not-understood', `The engine refused the findings: ${reason}`);
}
