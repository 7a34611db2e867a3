import { type EngineFacts, type Versions } from '@openrounds/contracts';

/** What the draws of the sensitivity depend on besides patient and findings: never ids, times or options. */
export const seedOf = ({
  facts,
  versions,
}: {
  readonly facts: Pick<EngineFacts, 'setting'>;
  readonly versions: Versions;
}): string => JSON.stringify([facts.setting, versions.engine, versions.knowledge, versions.calibration]);
