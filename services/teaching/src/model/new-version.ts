import { type CaseBody, type JobMeta, type Versions } from '@openrounds/contracts';
import { type CaseVocabulary } from '../ports/case-library';
import { type NewVersion, type StoredVersion } from '../ports/case-store';
import { type ForecastRequest } from '../ports/forecast-store';
import { cardOf } from './case-card';
import { contentHashOf, forecastIdOf } from './case-hash';
import { factsByStage } from './stage-facts';

/** A case whose forecast is wanted, by which numbers. */
export interface ForecastWanted {
  readonly meta: JobMeta;
  readonly body: CaseBody;
  readonly contentHash: string;
  readonly versions: Versions;
}

/** One request a stage, the first stage first. */
export const forecastRequests = (
  { meta, body, contentHash, versions }: ForecastWanted,
  vocabulary: Pick<CaseVocabulary, 'findings'>,
): ForecastRequest[] =>
  factsByStage(body, vocabulary).map((facts, place) => {
    const key = { tenantId: meta.tenantId, contentHash, stageNo: place + 1, versions };
    return { ...key, id: forecastIdOf(key), facts, meta };
  });

/** A version as it is stored, with all that follows from its text. */
export function newVersion(
  given: Omit<StoredVersion, 'contentHash' | 'card'> & Omit<ForecastWanted, 'contentHash'>,
  vocabulary: Pick<CaseVocabulary, 'findings'>,
): NewVersion {
  const { meta, versions, ...version } = given;
  const contentHash = contentHashOf(given.body);
  return {
    ...version,
    contentHash,
    card: cardOf(given.body),
    forecasts: forecastRequests({ meta, body: given.body, contentHash, versions }, vocabulary),
  };
}
