import { clinicalIssuesOf, type Terminology } from '@openrounds/clinical-language';
import { DomainError, type CaseInput } from '@openrounds/contracts';

/**
 * Clinical sanity of all that is coded: ids, states, units, limits, contradictions.
 *
 * @param prefix JSON pointer of the case within the body
 * @throws DomainError `invalid-request` naming every field that is wrong
 */
export function requirePossibleCase(input: CaseInput, vocabulary: Terminology, prefix = ''): void {
  const issues = clinicalIssuesOf(input, vocabulary);
  if (issues.length === 0) return;
  throw new DomainError(
    'invalid-request',
    `${String(issues.length)} field(s) are not clinically possible`,
    issues.map(({ pointer, code, message }) => ({ pointer: prefix + pointer, code, message })),
  );
}
