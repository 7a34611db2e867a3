import { z } from 'zod';
import { CdsCards, CdsFeedback, CdsRequest, CdsServiceId, CdsServices } from './cds';
import { INTERACTIVE, ok, type Operation, READ, WRITE } from './operation';

const tag = 'CDS Hooks';
const byId = z.object({ id: CdsServiceId });
/** Whoever calls shows a token that the system signed for this address (CDS Hooks 2.0), not a key of ours. */
const CALL = [...WRITE, 'not-found', 'unauthenticated', 'rate-limited', ...INTERACTIVE] as const;

/** CDS Hooks 2.0 for training EHRs. Without a public address of the installation each of them is not found. */
export const CDS_OPERATIONS = {
  listCdsServices: {
    method: 'get',
    path: '/cds-services',
    tag,
    roles: 'public',
    summary: 'The services that a training EHR may call',
    success: ok(() => CdsServices),
    errors: [...READ, 'not-found'],
  },
  callCdsService: {
    method: 'post',
    path: '/cds-services/{id}',
    tag,
    roles: 'public',
    counts: 'callers',
    summary: 'Cards for a teaching patient, at the moment of a hook',
    description:
      'Authorised by the token of a registered system (`iss`, `aud` this address, `jti` once, five minutes at most). 412 where Patient, or everything else, is missing from the prefetch and may not be read. Never a critical card, a suggestion or an action.',
    params: () => byId,
    body: () => CdsRequest,
    success: ok(() => CdsCards),
    errors: [...CALL, 'prefetch-missing'],
  },
  sendCdsFeedback: {
    method: 'post',
    path: '/cds-services/{id}/feedback',
    tag,
    roles: 'public',
    counts: 'callers',
    summary: 'What became of cards',
    params: () => byId,
    body: () => CdsFeedback,
    success: { 200: { description: 'Kept' } },
    errors: CALL,
  },
} as const satisfies Readonly<Record<string, Operation>>;
