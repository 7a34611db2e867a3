/** Characters of a comment, as the contract has it. */
export const LONGEST_COMMENT = 1_000;
