import { type Lab, type Laboratory, type Setting } from '@openrounds/contracts';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type EnginePatient } from '../model/understanding';
import { changesBetween } from './changes';
import { interpretValue } from './interpret-value';
import { given } from '../normalise/lists-by-key';

/**
 * The laboratory report explained: each value with its interval, its side and what commonly causes it, and what changed
 * between values of the same test. A pure function of what was understood; codes only, names are put in where it is
 * shown.
 * @param labs as understood: with their finding, their value in its unit, and which of them count
 * @param setting whose patients the causes are reckoned for; the mean of both where it is not known
 */
export function laboratoryReport(
  labs: readonly Lab[],
  patient: EnginePatient,
  vocabulary: CompiledVocabulary,
  setting?: Setting,
): Laboratory {
  const context = { patient, setting };
  return {
    values: given(labs, (lab, place) => interpretValue(lab, place, context, vocabulary)),
    changes: changesBetween(labs, vocabulary),
  };
}
