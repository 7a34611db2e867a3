import { CaseBody, SEAL_PLACES } from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { z } from 'zod';
import { type NewAssignment, type StoredAssignment } from '../ports/assignment-store';
import { type AssignmentEntity } from './entities/assignment.entity';

const Card = z.object({
  title: CaseBody.shape.title.nullable(),
  key: z.object({ diagnosis: z.string(), acceptable: z.array(z.string()) }),
});
type Card = z.infer<typeof Card>;

/** Between rows, in which texts are sealed, and assignments as use-cases know them. */
export class AssignmentRows {
  constructor(private readonly sealer: Sealer) {}

  rowOf({ owner, body, forecasts: _forecasts, ...given }: NewAssignment): AssignmentEntity {
    const { tenantId, assignmentId } = given;
    const { diagnosis, acceptable } = body.key;
    return {
      ...given,
      ownerSubject: owner,
      releasedAt: null,
      body: this.sealer.seal(body, SEAL_PLACES.assignmentCase(tenantId, assignmentId)),
      card: this.card(given, { title: body.title, key: { diagnosis, acceptable } }),
    };
  }

  card({ tenantId, assignmentId }: Pick<AssignmentEntity, 'tenantId' | 'assignmentId'>, card: Card) {
    return this.sealer.seal(card, SEAL_PLACES.assignmentCard(tenantId, assignmentId));
  }

  /** What is left of the card of an erased case: scores are still told by it. */
  withoutTitle(row: AssignmentEntity): AssignmentEntity['card'] {
    return this.card(row, { ...this.readCard(row), title: null });
  }

  assignmentOf(row: AssignmentEntity): StoredAssignment {
    const { ownerSubject: owner, body: _body, card: _card, ...rest } = row;
    return { ...rest, owner, ...this.readCard(row) };
  }

  /** One broken seal hides no other assignment. */
  assignmentsOf(rows: readonly AssignmentEntity[]): StoredAssignment[] {
    return rows.flatMap((row) => {
      const place = SEAL_PLACES.assignmentCard(row.tenantId, row.assignmentId);
      return this.sealer.openIfWhole(row.card, place, Card) === undefined ? [] : [this.assignmentOf(row)];
    });
  }

  caseOf({ tenantId, assignmentId, body }: AssignmentEntity): CaseBody | undefined {
    if (body === null) return undefined;
    return this.sealer.open(body, SEAL_PLACES.assignmentCase(tenantId, assignmentId), CaseBody);
  }

  private readCard({ tenantId, assignmentId, card }: AssignmentEntity): Card {
    return this.sealer.open(card, SEAL_PLACES.assignmentCard(tenantId, assignmentId), Card);
  }
}
