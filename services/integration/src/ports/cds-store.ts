import { type KeptCdsFeedback } from '@openrounds/contracts';

/** What is remembered of calls by CDS Hooks: which tokens were used, and what became of cards. */
export interface CdsStore {
  /** Spends a token. @returns false where its issuer has used the id before */
  spend(issuer: string, tokenId: string, forgetAt: Date): Promise<boolean>;
  /** Keeps feedback; the same twice is kept once, and that of a system that is not there any more not at all. */
  keepFeedback(clientId: string, feedback: readonly KeptCdsFeedback[]): Promise<void>;
  /** Forgets tokens that are no good any more, and feedback from before a day; returns how much. */
  forget(now: Date, feedbackBefore: Date): Promise<number>;
}
export const CDS_STORE = Symbol('CdsStore');
