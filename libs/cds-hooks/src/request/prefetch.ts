import { type CdsRequest } from '@openrounds/contracts';
import { z } from 'zod';
import { PREFETCH_KEYS, type PrefetchKey } from '../services/services';

/** What came with a call: enough to go on, as one bundle of FHIR R4, or what is missing. */
export type Prefetched =
  | { readonly kind: 'enough'; readonly bundle: FhirCollection; readonly missing: readonly PrefetchKey[] }
  | { readonly kind: 'missing'; readonly missing: readonly PrefetchKey[] };

interface FhirCollection {
  readonly resourceType: 'Bundle';
  readonly type: 'collection';
  readonly entry: readonly { readonly fullUrl?: string; readonly resource: unknown }[];
}

const Resource = z.looseObject({ resourceType: z.string() });
const Bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.looseObject({ fullUrl: z.string().optional(), resource: Resource })).optional(),
});

/**
 * A key that is absent, and one that holds an OperationOutcome (the query failed), is missing; null says that there is
 * none. Without Patient, or with everything else missing, there is not enough.
 */
export function readPrefetch(prefetch: CdsRequest['prefetch'] = {}): Prefetched {
  const missing = PREFETCH_KEYS.filter((key) => isMissing(prefetch[key]));
  const withoutPatient = typeOf(prefetch['patient']) !== 'Patient';
  const others = PREFETCH_KEYS.filter((key) => key !== 'patient');
  if (withoutPatient || others.every((key) => missing.includes(key)))
    return {
      kind: 'missing',
      missing: withoutPatient && !missing.includes('patient') ? ['patient', ...missing] : missing,
    };
  const entry = PREFETCH_KEYS.flatMap((key) => entriesOf(prefetch[key]));
  return { kind: 'enough', bundle: { resourceType: 'Bundle', type: 'collection', entry }, missing };
}

type Value = NonNullable<CdsRequest['prefetch']>[string] | undefined;

const typeOf = (value: Value): string | undefined => {
  const read = Resource.safeParse(value);
  return read.success ? read.data.resourceType : undefined;
};

const isMissing = (value: Value): boolean =>
  value !== null && (value === undefined || [undefined, 'OperationOutcome'].includes(typeOf(value)));

/** A bundle that is not built as one gives nothing that could be read; it is left to whoever reads it to say so. */
function entriesOf(value: Value): FhirCollection['entry'] {
  if (value === null || value === undefined || isMissing(value)) return [];
  const bundle = Bundle.safeParse(value);
  if (!bundle.success) return [{ resource: value }];
  return (bundle.data.entry ?? []).map(({ fullUrl, resource }) => ({
    ...(fullUrl === undefined ? {} : { fullUrl }),
    resource,
  }));
}
