import { claimCheckerOf } from '@openrounds/guidelines';
import { claimsOf, type ClaimVerdicts } from '../bundle/claims';
import { type KnowledgeContent } from '../bundle/knowledge-bundle';

/** Holds every statement of the knowledge against the passages on its diseases; those that none addresses are left out. */
export function checkClaims(content: KnowledgeContent): ClaimVerdicts {
  const checker = claimCheckerOf(content);
  const covered = new Set(content.guidelines.passages.flatMap(({ forDiseases }) => forDiseases));
  const verdicts = claimsOf(content)
    .filter(({ subjects }) => subjects.some((id) => covered.has(id)))
    .map(({ key, place, text, subjects }) => {
      const nature = place === 'pitfalls' ? 'warning' : 'rule';
      return [key, checker.check(text, subjects, nature)] as const;
    });
  return Object.fromEntries(
    verdicts.filter(([, sentences]) => sentences.some(({ verdict }) => verdict !== 'not-addressed')),
  );
}
