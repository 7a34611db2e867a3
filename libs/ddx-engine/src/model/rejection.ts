/**
 * Why a case cannot be scored. Checks run in this order and the first kind that fails is returned with all its
 * instances, sorted:
 * - `unknown-finding`: ids that the knowledge base does not hold;
 * - `duplicate-finding`: ids observed more than once;
 * - `domain`: findings whose presence or state their domain does not have;
 * - `certainty`: findings whose certainty lies outside [0.5, 1];
 * - `contradiction`: pairs [present finding, absent ancestor].
 */
export type EngineRejection =
  | {
      readonly code: 'unknown-finding' | 'duplicate-finding' | 'domain' | 'certainty';
      readonly findings: readonly string[];
    }
  | {
      readonly code: 'contradiction';
      readonly pairs: readonly (readonly [finding: string, ancestor: string])[];
    };

/** A value, or the reason why there is none. */
export type EngineOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly rejection: EngineRejection };
