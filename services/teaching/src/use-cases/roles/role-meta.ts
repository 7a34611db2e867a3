import { DomainError, type JobMeta, type RoleMeta, type Versions } from '@openrounds/contracts';

/**
 * With which a role is asked: by which knowledge, and on whose budget.
 *
 * @param versions as the gateway has them: their model, but the knowledge of what it is about
 * @returns null where there is no language model
 */
export const roleMeta = (
  { tenantId, requestId, traceparent }: JobMeta,
  versions: Versions,
  userId: string,
  now: Date,
): RoleMeta | null =>
  versions.llm === null
    ? null
    : {
        tenantId,
        requestId,
        ...(traceparent === undefined ? {} : { traceparent }),
        versions,
        acceptedAt: now.toISOString(),
        userId,
      };

/** The same for what nobody asks without a model. @throws DomainError `dependency-unavailable` where there is none */
export function requiredMeta(...given: Parameters<typeof roleMeta>): RoleMeta {
  const meta = roleMeta(...given);
  if (meta === null) throw new DomainError('dependency-unavailable', 'No language model is configured');
  return meta;
}
