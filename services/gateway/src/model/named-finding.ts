import { type Language } from '@openrounds/contracts';
import { type Told } from '@openrounds/interchange';
import { lookupOf, type KnowledgeBundle } from '@openrounds/knowledge';

/** Findings of a knowledge version as other systems name them. */
export function namesForOthers(bundle: KnowledgeBundle, language: Language): Told['nameOf'] {
  const { findings } = lookupOf(bundle);
  return (id) => {
    const finding = findings.get(id);
    if (finding === undefined) return undefined;
    const { name, codes, stateCodes = {}, stateNames = {} } = finding;
    return {
      name: name[language],
      codes: { hpo: codes.hpo?.[0], loinc: codes.loinc?.[0] },
      stateHpo: Object.fromEntries(
        Object.entries(stateCodes).flatMap(([state, { hpo = [] }]) =>
          hpo.slice(0, 1).map((code) => [state, code]),
        ),
      ),
      stateNames: Object.fromEntries(
        Object.entries(stateNames).map(([state, each]) => [state, each[language]]),
      ),
    };
  };
}
