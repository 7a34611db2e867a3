import { type RegistrationFault } from '@openrounds/contracts';
import { type OfferedServices, type PlatformConfiguration } from '@openrounds/lti';

/** Why nothing was registered. */
export class RegistrationRefused extends Error {
  override readonly name = 'RegistrationRefused';

  constructor(readonly fault: RegistrationFault) {
    super(fault);
  }
}

/** How a platform is asked to register us. */
export interface PlatformRegistrar {
  /** What the platform says of itself. @throws RegistrationRefused */
  configuration(url: string): Promise<PlatformConfiguration>;
  /** @param token the platform's, for this registration; null: it gave none. @throws RegistrationRefused */
  register(
    configuration: PlatformConfiguration,
    token: string | null,
    services: OfferedServices,
  ): Promise<{ readonly clientId: string; readonly deploymentId: string | null }>;
}
export const PLATFORM_REGISTRAR = Symbol('PlatformRegistrar');
