import { type LaboratorySource } from '@openrounds/contracts';
import { type Sourced } from '../model/vocabulary';

/** A judgement that nobody has checked. */
const UNCHECKED: Sourced = { source: 'estimate', grade: 'D' };

/** What the knowledge base says of where a number comes from; an estimate where it says nothing. */
export function sourceOf({ source, grade }: Sourced = UNCHECKED): LaboratorySource {
  return {
    kind: source === 'estimate' ? 'estimate' : 'published',
    id: source,
    ...(grade === undefined ? {} : { grade }),
  };
}

/** Printed on the report itself. */
export const REPORT: LaboratorySource = { kind: 'report', id: 'report' };
