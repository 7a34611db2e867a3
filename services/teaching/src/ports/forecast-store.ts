import { type CodedAnswer, type EngineFacts, type JobMeta } from '@openrounds/contracts';
import { type ForecastKey } from '../model/case-hash';

/** What the engine is asked about one stage of a case. */
export interface ForecastRequest extends ForecastKey {
  readonly id: string;
  readonly facts: EngineFacts;
  readonly meta: JobMeta;
}

/** What is known of a forecast: it was asked for, it is there, or the engine does not rank such a patient. */
export type Forecast =
  | { readonly kind: 'asked' }
  | { readonly kind: 'answered'; readonly answer: CodedAnswer }
  | { readonly kind: 'rejected'; readonly code: string };

export type ForecastOutcome = Exclude<Forecast, { readonly kind: 'asked' }>;

/** What the engine would say of cases; can be computed again. Every call names the tenant. */
export interface ForecastStore {
  /** Those of the ids that were asked for; they count as used now. */
  find(tenantId: string, ids: readonly string[], now: Date): Promise<ReadonlyMap<string, Forecast>>;
  /** Asks for what was not asked for yet, and again for what was asked for long ago and never came. */
  ask(requests: readonly ForecastRequest[], now: Date): Promise<void>;
  /** Keeps an answer; one that comes again, or of a case that was erased, changes nothing. */
  keep(tenantId: string, id: string, outcome: ForecastOutcome): Promise<void>;
  /** Forgets what nobody has used since; returns how many. */
  forgetUnused(before: Date): Promise<number>;
}
export const FORECAST_STORE = Symbol('ForecastStore');
