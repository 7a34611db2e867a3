import { type ValueProvider } from '@nestjs/common';
import { type IntegrationConfig } from '@openrounds/platform';

/** What the configuration says to a use-case, which does not know the names of the environment. */
export const LAUNCH_RULES = Symbol('LaunchRules');

export interface LaunchRules {
  /** Where the installation is reached from outside, without a slash at its end. */
  readonly publicUrl: string;
  /** How far two clocks may differ. */
  readonly skewSeconds: number;
  /** Origins whose URLs may be http: on this machine, in tests and with mocks. */
  readonly plainOrigins: readonly string[];
}

export const settingsOf = (config: IntegrationConfig): ValueProvider[] => [
  {
    provide: LAUNCH_RULES,
    useValue: {
      // Without it nobody asks: the gateway knows of no learning platforms then.
      publicUrl: config.PUBLIC_URL ?? '',
      skewSeconds: config.LTI_CLOCK_SKEW_SECONDS,
      plainOrigins: config.OUTBOUND_LOOPBACK_ORIGINS,
    } satisfies LaunchRules,
  },
];
