import { type ObservedFinding } from '@openrounds/ddx-engine';
import { type CodedFacts } from '../schema/coded-facts';
import { type Finding } from '../schema/finding';

/** Coded facts as the engine takes them; `present` and `absent` of a categorical finding are states like any other. */
export function observedFacts(
  facts: CodedFacts,
  findings: ReadonlyMap<string, Pick<Finding, 'domain'>>,
): ObservedFinding[] {
  return Object.entries(facts).map(([findingId, { outcome, certainty }]) => ({
    findingId,
    ...(findings.get(findingId)?.domain === 'binary' && (outcome === 'present' || outcome === 'absent')
      ? { presence: outcome }
      : { state: outcome }),
    ...(certainty === 1 ? {} : { certainty }),
  }));
}

/** Everything that is known when the last stage has been revealed; of what is told twice the later stands. */
export function factsOfStages({
  stages,
}: {
  readonly stages: readonly { readonly findings: CodedFacts }[];
}): CodedFacts {
  return Object.assign({}, ...stages.map(({ findings }) => findings)) as CodedFacts;
}
