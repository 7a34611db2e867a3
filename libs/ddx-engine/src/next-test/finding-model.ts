import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type OutcomeModel } from './information';

/** How the outcomes of one finding depend on the disease, by the links of the finding itself. */
export function findingModel(compiled: CompiledKnowledge, index: number): OutcomeModel {
  const finding = compiled.findings[index];
  return {
    outcomes: finding?.outcomes ?? [],
    elsewhere: finding?.forecast ?? new Float64Array(),
    diseases: [...(finding?.links ?? [])].flatMap((link) => {
      const known = compiled.links[link];
      return known === undefined ? [] : [{ disease: known.disease, chances: known.forecast }];
    }),
  };
}
