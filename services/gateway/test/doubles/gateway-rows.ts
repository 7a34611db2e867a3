import { type RunEntity } from '../../src/persistence/entities/run.entity';
import { type CaseEntity } from '../../src/persistence/entities/case.entity';
import { type RunEvent } from '../../src/ports/run-store';
import { MemoryIdempotency } from './memory-idempotency';

/** A message as it waits to be sent. */
export interface Message {
  readonly queue: string;
  readonly job: string;
  readonly jobId: string;
  readonly payload: unknown;
}

/** What the stores of the gateway hold between them, in memory. */
export class GatewayRows {
  readonly runs = new Map<string, RunEntity>();
  readonly cases = new Map<string, CaseEntity>();
  readonly events = new Map<string, RunEvent[]>();
  messages: Message[] = [];
  readonly idempotency = new MemoryIdempotency();

  isErased(caseId: string): boolean {
    return (this.cases.get(caseId)?.erasedAt ?? null) !== null;
  }
}
