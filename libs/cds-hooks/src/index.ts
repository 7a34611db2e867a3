/** CDS Hooks 2.0 (HL7): services, what is sent with a call, and whose call it is; ADR 0078. Pure. */
export { CDS_SERVICES, type CdsService, prefetchOf, serviceOf } from './services/services';
export { type Orders, ordersOf } from './request/orders';
export { type Prefetched, readPrefetch } from './request/prefetch';
export { CallRefused, type CallVerifier, type RegisteredCaller, verifyCall } from './token/verify-call';
