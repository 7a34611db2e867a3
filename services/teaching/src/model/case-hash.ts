import { createHash } from 'node:crypto';
import { type CaseBody, type Versions } from '@openrounds/contracts';
import { uuidOf } from '@openrounds/platform';
import { canonicalHash } from '@openrounds/transparency-log';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of the canonical JSON (RFC 8785) of a case: the same content is the same hash, wherever it is. */
export const contentHashOf = (body: CaseBody): string => canonicalHash(body);

/** What a forecast depends on, and so what it is kept under. */
export interface ForecastKey {
  readonly tenantId: string;
  readonly contentHash: string;
  readonly stageNo: number;
  readonly versions: Versions;
}

/** The id of a forecast: the same case, stage and numbers are the same forecast. */
export const forecastIdOf = ({ tenantId, contentHash, stageNo, versions }: ForecastKey): string =>
  sha256(
    JSON.stringify([
      tenantId,
      contentHash,
      stageNo,
      versions.knowledge,
      versions.calibration,
      versions.engine,
    ]),
  );

/**
 * The id of a built-in case: a UUID (RFC 9562, version 8) made of its slug, so that it is the same everywhere. A slug
 * tells nothing of the diagnosis, and an id nothing of its slug.
 */
export const builtInIdOf = (slug: string): string => uuidOf(`openrounds/built-in-case ${slug}`);
