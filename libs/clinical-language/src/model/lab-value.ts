import { type Lab } from '@openrounds/contracts';

/** The value of a laboratory result, as the contract has it. */
export type LabValue = Lab['value'];

/** How a result relates to the number given. */
export type Comparator = '<' | '<=' | '>' | '>=';
