import { type ListOfLtiPayload, type NamesReadEvents } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ReadNames } from '../use-cases/read-names';

@Handles('integration-interactive', 'list-names-read.v1')
export class ListNamesReadResponder {
  constructor(private readonly readNames: ReadNames) {}

  answer(payload: ListOfLtiPayload): Promise<NamesReadEvents> {
    return this.readNames.events(payload);
  }
}
