import { Injectable } from '@nestjs/common';
import { type AssignmentResults } from '@openrounds/contracts';
import { scoreHead, scoreLine } from '@openrounds/presentation';
import { type TeachingRequest } from '../teaching-cases';
import { ManageAssignments } from './manage-assignments';

const AT_ONCE = 100;

/** Who took an assignment as a table, page by page. */
@Injectable()
export class ScoreTable {
  constructor(private readonly assignments: ManageAssignments) {}

  /** The first page is read before anything is told, so that a refusal is one. @throws DomainError `not-found`, `forbidden` */
  async lines(request: TeachingRequest, assignmentId: string): Promise<AsyncIterable<string>> {
    const { stages } = await this.assignments.read(request, assignmentId);
    const page = (cursor?: string): Promise<AssignmentResults> =>
      this.assignments.results(request, assignmentId, { limit: AT_ONCE, cursor });
    return linesFrom(stages, await page(), page);
  }
}

async function* linesFrom(
  stages: number,
  first: AssignmentResults,
  read: (cursor: string) => Promise<AssignmentResults>,
): AsyncGenerator<string> {
  yield scoreHead(stages);
  for (let page = first; ;) {
    for (const result of page.items) yield scoreLine(result);
    if (page.nextCursor === null) return;
    page = await read(page.nextCursor);
  }
}
