import { Inject, Injectable } from '@nestjs/common';
import { SEAL_PLACES, type Principal, type Sealed, type SealedRoleRequests } from '@openrounds/contracts';
import { CLOCK, Sealer, type Clock } from '@openrounds/platform';
import { type z } from 'zod';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from '../../ports/idempotency';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../../ports/knowledge-library';
import { MASKER, type Masker } from '../../ports/masker';
import { claimId, type Idempotency } from '../claim-id';
import { type TeachingRequest } from '../teaching-cases';

/** What every request to a role shares on its way to teaching and back: an id of its own, no identities, seals. */
@Injectable()
export class RoleRequests {
  constructor(
    @Inject(IDEMPOTENCY_STORE) private readonly idempotency: Pick<IdempotencyStore, 'claim'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'versions'>,
    @Inject(MASKER) private readonly masker: Masker,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  versions(): ReturnType<KnowledgeLibrary['versions']> {
    return this.knowledge.versions();
  }

  /** The id of a request: that of the first one where the idempotency key came before. @throws DomainError `idempotency-key-reused` */
  claim(principal: Principal, operation: string, idempotency: Idempotency): Promise<string> {
    return claimId(this.idempotency, principal, operation, idempotency, this.clock.now());
  }

  /** Without identities, whatever people wrote. */
  async masked(texts: readonly string[]): Promise<string[]> {
    const mask = await this.masker.read(texts);
    return texts.map((text) => mask(text).text);
  }

  seal(given: unknown, { tenantId }: Principal, roleRequestId: string): Sealed {
    return this.sealer.seal(given, SEAL_PLACES.givenRoleRequest(tenantId, roleRequestId));
  }

  open<T>({ sealed }: SealedRoleRequests, { principal, meta }: TeachingRequest, schema: z.ZodType<T>): T {
    return this.sealer.open(
      sealed,
      SEAL_PLACES.shownRoleRequests(principal.tenantId, meta.requestId),
      schema,
    );
  }
}
