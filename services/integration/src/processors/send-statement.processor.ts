import { type SendStatementPayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { SendStatements } from '../use-cases/records/send-statements';

/** Sends what a session states. */
@Handles('integration', 'send-statement.v1')
export class SendStatementProcessor {
  constructor(private readonly statements: SendStatements) {}

  async handle(payload: SendStatementPayload): Promise<null> {
    await this.statements.execute(payload);
    return null;
  }
}
