import { Inject, Injectable } from '@nestjs/common';
import { type CaseBody, type Difficulty, type JobMeta, type Versions } from '@openrounds/contracts';
import { difficultyByLead } from '@openrounds/knowledge';
import { CLOCK, type Clock } from '@openrounds/platform';
import { forecastIdOf } from '../model/case-hash';
import { forecastRequests } from '../model/new-version';
import { CASE_LIBRARIES, type CaseLibraries } from '../ports/case-library';
import { CASE_STORE, type CaseStore, type ListedCase } from '../ports/case-store';
import { FORECAST_STORE, type Forecast, type ForecastStore } from '../ports/forecast-store';

/** So many cases are read for one list; those that are not judged by then wait for the next. */
const MOST_AT_ONCE = 25;
/** Judgements that are remembered: more than a school has cases. */
const MOST_KEPT = 10_000;

/**
 * How hard teachers' cases are by what the engine would say of them. Forecasts are there since the case was saved; what is
 * missing, as after a change of the knowledge, is asked for and known at a later look.
 */
@Injectable()
export class JudgeDifficulty {
  /** By forecast of the last stage: neither the case nor the numbers of it ever change. */
  private readonly judged = new Map<string, Difficulty>();

  constructor(
    @Inject(CASE_STORE) private readonly cases: Pick<CaseStore, 'readBody'>,
    @Inject(FORECAST_STORE) private readonly forecasts: Pick<ForecastStore, 'ask' | 'find'>,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns by case; one of which not all is known is left out
   * @throws BundleError when the knowledge version is not there
   */
  async execute(
    meta: JobMeta,
    versions: Versions,
    listed: readonly ListedCase[],
  ): Promise<ReadonlyMap<string, Difficulty>> {
    const keyOf = ({ contentHash, card }: ListedCase): string =>
      forecastIdOf({ tenantId: meta.tenantId, contentHash, stageNo: card.stages, versions });
    const unknown = listed.filter((each) => !this.judged.has(keyOf(each)));
    for (const each of unknown.slice(0, MOST_AT_ONCE)) {
      const difficulty = await this.judge(meta, versions, each);
      if (difficulty !== undefined && this.judged.size < MOST_KEPT) this.judged.set(keyOf(each), difficulty);
    }
    return new Map(
      listed.flatMap((each) => {
        const difficulty = this.judged.get(keyOf(each));
        return difficulty === undefined ? [] : [[each.caseId, difficulty]];
      }),
    );
  }

  private async judge(
    meta: JobMeta,
    versions: Versions,
    { caseId, version, contentHash }: ListedCase,
  ): Promise<Difficulty | undefined> {
    const body = await this.cases.readBody(meta.tenantId, caseId, version);
    if (body === undefined) return undefined;
    const { vocabulary } = await this.libraries.of(versions.knowledge);
    const requests = forecastRequests({ meta, body, contentHash, versions }, vocabulary);
    const now = this.clock.now();
    const ids = requests.map(({ id }) => id);
    const known = await this.forecasts.find(meta.tenantId, ids, now);
    const missing = requests.filter(({ id }) => (known.get(id)?.kind ?? 'asked') === 'asked');
    if (missing.length > 0) {
      await this.forecasts.ask(missing, now);
      return undefined;
    }
    return difficultyByLead(
      body.stages.map(({ stage }, place) => ({ stage, leads: leads(known.get(ids[place] ?? ''), body.key) })),
    );
  }
}

/** Whether the key, or what is accepted in its place, is the first of a forecast. */
function leads(forecast: Forecast | undefined, { diagnosis, acceptable }: CaseBody['key']): boolean {
  const leader = forecast?.kind === 'answered' ? forecast.answer.differential[0]?.diseaseId : undefined;
  return leader !== undefined && [diagnosis, ...acceptable].includes(leader);
}
