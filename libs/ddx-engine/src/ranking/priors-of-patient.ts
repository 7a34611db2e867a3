import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type EnginePatient } from '../model/case';
import { boundsOf, priorFor } from './priors';

/** What is worked out of one knowledge base: the ages at which any prior changes, and the priors between them. */
interface KnownPriors {
  readonly ages: readonly number[];
  readonly byPatient: Map<string, Float64Array>;
}

const knownPriors = new WeakMap<CompiledKnowledge, KnownPriors>();

/**
 * `priorFor` of every disease, whether or not it is possible in the patient. Priors hang on sex and age alone, and change
 * at a few ages only: between two of them they are the same for every patient, and worked out for the first.
 */
export function priorsFor(compiled: CompiledKnowledge, patient: EnginePatient): Float64Array {
  const { ages, byPatient } = knownOf(compiled);
  const { ageYears, sex } = patient;
  const band = ageYears === null ? 'unknown' : ages.filter((age) => age <= ageYears).length;
  const key = `${band} ${sex}`;
  const known = byPatient.get(key);
  if (known !== undefined) return known;
  const { population } = compiled;
  const priors = Float64Array.from(compiled.diseases, ({ definition }) =>
    priorFor(definition, patient, population),
  );
  byPatient.set(key, priors);
  return priors;
}

function knownOf(compiled: CompiledKnowledge): KnownPriors {
  const known = knownPriors.get(compiled);
  if (known !== undefined) return known;
  const cells = (compiled.population ?? []).flatMap(({ ageYears }) => ageYears);
  const ages = new Set([...cells, ...compiled.diseases.flatMap(({ definition }) => boundsOf(definition))]);
  const made = { ages: [...ages], byPatient: new Map<string, Float64Array>() };
  knownPriors.set(compiled, made);
  return made;
}
