import { z } from 'zod';
import { CommaList, readEnvironment } from './environment';
import { ServiceEnvironment } from './service-config';

export const IntegrationEnvironment = z.object({
  ...ServiceEnvironment.shape,
  /** Names of hosts that may be asked although they are in a private network. */
  OUTBOUND_PRIVATE_HOSTS: CommaList,
  /** Origins on this machine that may be asked, over http too: for tests and mocks. */
  OUTBOUND_LOOPBACK_ORIGINS: CommaList,
  /** Proxy that all requests to foreign hosts go through; only hosts of registrations are then asked. */
  OUTBOUND_PROXY: z.url().optional(),
});
export type IntegrationConfig = z.output<typeof IntegrationEnvironment>;
export const readIntegrationConfig = (): IntegrationConfig => readEnvironment(IntegrationEnvironment);
