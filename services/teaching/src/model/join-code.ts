import { humanCode } from '@openrounds/platform';

const JOIN_CODE_CHARACTERS = 8;
const PSEUDONYM_CHARACTERS = 6;

/** 40 bits: good for a term, where a room's six digits are good for an hour. */
export const newJoinCode = (): string => humanCode(JOIN_CODE_CHARACTERS);

/** What a learner is called by others: the same in every language, and not a name. */
export const newPseudonym = (): string => `L-${humanCode(PSEUDONYM_CHARACTERS)}`;
