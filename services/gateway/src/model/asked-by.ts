import { type Sealer } from '@openrounds/platform';

const PURPOSE = 'openrounds:asked-by:v1';

/**
 * Who asked for a run, as its record may say it: the same for all runs of a person in a tenant, another in another tenant,
 * and nobody's to turn back, or to confirm a guess by, without the sealing key.
 */
export const askedBy = (
  sealer: Pick<Sealer, 'derive'>,
  { tenantId, subject }: { readonly tenantId: string; readonly subject: string },
): string => sealer.derive(PURPOSE, [tenantId, subject])[0].toString('hex');
