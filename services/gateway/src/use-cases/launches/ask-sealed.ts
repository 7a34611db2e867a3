import { SEAL_PLACES, type JobMeta } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type z } from 'zod';
import { type Services } from '../../ports/services';

/** What integration is asked of launches, with secrets, tokens, and what platforms and EHRs say of people. */
export type SealedQuestion =
  | 'begin-launch.v1'
  | 'verify-launch.v1'
  | 'prove-browser.v1'
  | 'redeem-ticket.v1'
  | 'answer-choice.v1'
  | 'read-names.v1'
  | 'register-by-link.v1'
  | 'begin-ehr-import.v1'
  | 'return-ehr-import.v1'
  | 'read-prefetch.v1';

/** Question and answer cross the queues sealed, for the one request that asks. */
export async function askSealed<T extends z.ZodType>(
  { services, sealer }: { readonly services: Services; readonly sealer: Sealer },
  {
    job,
    meta,
    given,
    deadlineMs,
  }: {
    readonly job: SealedQuestion;
    readonly meta: JobMeta;
    readonly given: unknown;
    readonly deadlineMs?: number | undefined;
  },
  schema: T,
): Promise<z.output<T>> {
  const { tenantId, requestId } = meta;
  const sealed = sealer.seal(given, SEAL_PLACES.givenLaunch(tenantId, requestId));
  const told = await services.ask(job, { meta, sealed }, deadlineMs);
  return sealer.open(told.sealed, SEAL_PLACES.toldLaunch(tenantId, requestId), schema);
}
