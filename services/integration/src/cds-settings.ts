import { type EhrClient } from '@openrounds/contracts';
import { type OwnedEhrClient } from './ports/ehr-client-store';

/** What the configuration says to a use-case, which does not know the names of the environment. */
export const CDS_SANDBOX = Symbol('CdsSandbox');
export const FEEDBACK_KEPT_SECONDS = Symbol('FeedbackKeptSeconds');

const ORIGIN = 'https://sandbox.cds-hooks.org';
const CLIENT: EhrClient = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'CDS Hooks Sandbox',
  issuer: ORIGIN,
  keySetUrl: `${ORIGIN}/.well-known/jwks.json`,
  fhirBaseUrl: ORIGIN,
  origins: [ORIGIN],
  language: 'en',
  environment: 'training',
  smart: null,
  createdAt: '1970-01-01T00:00:00.000Z',
};

/**
 * The public sandbox of CDS Hooks as a training EHR of the local tenant. Its private key is public: anybody can sign as it. It
 * sends its own prefetch, and nothing is read from it.
 */
export const publicSandbox = (allowed: boolean): OwnedEhrClient | null =>
  allowed ? { tenantId: 'local', client: CLIENT } : null;
