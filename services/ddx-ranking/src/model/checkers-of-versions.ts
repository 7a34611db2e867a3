import { claimCheckerOf, type ClaimChecker } from '@openrounds/guidelines';
import { type KnowledgeBundle } from '@openrounds/knowledge';

/** The checker of claims, of each knowledge version once; forgotten with it. */
export class CheckersOfVersions {
  private readonly checkers = new WeakMap<KnowledgeBundle, ClaimChecker>();

  of(bundle: KnowledgeBundle): ClaimChecker {
    const checker = this.checkers.get(bundle) ?? claimCheckerOf(bundle);
    this.checkers.set(bundle, checker);
    return checker;
  }
}
