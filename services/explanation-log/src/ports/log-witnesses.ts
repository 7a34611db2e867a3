import { type WitnessVerifier } from '@openrounds/transparency-log';

/** Those outside who may sign the log's heads, as they are configured. */
export type LogWitnesses = readonly WitnessVerifier[];
export const LOG_WITNESSES = Symbol('LogWitnesses');

/** What a witness's cosignatures are kept under. */
export const witnessId = ({ name, keyId }: Pick<WitnessVerifier, 'name' | 'keyId'>): string =>
  `${name}+${keyId}`;
