import { type Case } from '@openrounds/contracts';
import { type CaseRegistry } from '../ports/case-registry';

/** Cases with what was stated of their patients, where they were brought from elsewhere. */
export async function withConfirmations(
  registry: Pick<CaseRegistry, 'confirmationsOf'>,
  tenantId: string,
  cases: readonly Case[],
): Promise<Case[]> {
  const stated = await registry.confirmationsOf(
    tenantId,
    cases.map(({ id }) => id),
  );
  return cases.map((each) => {
    const confirmation = stated.get(each.id);
    return confirmation === undefined ? each : { ...each, confirmation };
  });
}

/** {@link withConfirmations} for one case. */
export async function withConfirmation(
  registry: Pick<CaseRegistry, 'confirmationsOf'>,
  tenantId: string,
  given: Case,
): Promise<Case> {
  const [shown = given] = await withConfirmations(registry, tenantId, [given]);
  return shown;
}
