import { type ListStatementsPayload, type RecordStatements } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ListStatements } from '../use-cases/records/list-statements';

/** Where statements stand on their way. */
@Handles('integration-interactive', 'list-statements.v1')
export class ListStatementsResponder {
  constructor(private readonly statements: ListStatements) {}

  answer(payload: ListStatementsPayload): Promise<RecordStatements> {
    return this.statements.execute(payload);
  }
}
