/** Roles that a model is asked to play about a case. */
export const ASKED_ROLES = ['ranker', 'proposer', 'reader'] as const;
export type AskedRole = (typeof ASKED_ROLES)[number];
