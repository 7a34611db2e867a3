import { z } from 'zod';
import { CommaList, Flag, readEnvironment } from './environment';
import { ServiceEnvironment } from './service-config';

const DAY_SECONDS = 86_400;
/** May be shortened, not lengthened. */
const atMostDays = (days: number) =>
  z.coerce
    .number()
    .int()
    .min(DAY_SECONDS)
    .max(days * DAY_SECONDS)
    .default(days * DAY_SECONDS);

export const IntegrationEnvironment = z.object({
  ...ServiceEnvironment.shape,
  /** Where the installation is reached from outside, as the gateway has it: what platforms are told. */
  PUBLIC_URL: z.url().optional(),
  /** How far the clock of a platform may differ from ours. */
  LTI_CLOCK_SKEW_SECONDS: z.coerce.number().int().min(0).max(600).default(60),
  /** Names of hosts that may be asked although they are in a private network. */
  OUTBOUND_PRIVATE_HOSTS: CommaList,
  /** Origins on this machine that may be asked, over http too: for tests and mocks. */
  OUTBOUND_LOOPBACK_ORIGINS: CommaList,
  /** Proxy that all requests to foreign hosts go through; only hosts of registrations are then asked. */
  OUTBOUND_PROXY: z.url().optional(),
  /** How long a learner is kept who was not launched any more. */
  RETENTION_LAUNCHED_SECONDS: atMostDays(400),
  /** How long a score is kept after it was delivered or given up. */
  RETENTION_GRADE_SECONDS: atMostDays(180),
  /** Takes calls of the public sandbox of CDS Hooks, as which anybody can sign: to try it out, never for more. */
  CDS_HOOKS_SANDBOX: Flag,
  /** How long it is kept what became of a card; may be shortened, not lengthened. */
  RETENTION_CDS_FEEDBACK_SECONDS: atMostDays(180),
});
export type IntegrationConfig = z.output<typeof IntegrationEnvironment>;
export const readIntegrationConfig = (): IntegrationConfig => readEnvironment(IntegrationEnvironment);
