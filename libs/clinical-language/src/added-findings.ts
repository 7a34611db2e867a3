import { type Patient } from '@openrounds/contracts';
import { type ObservedFinding } from './model/understanding';
import { toEngineCase } from './read-case';
import { type CompiledVocabulary } from './vocabulary/compile';
import { ancestorsOf, deniersOf } from './vocabulary/findings';
import { type Terminology } from './vocabulary/terminology';

/**
 * What somebody who may only say a thing in other words has added: findings that the spoken text tells and the told texts do
 * not, nor imply. A finding whose presence or state differs counts as added, and so does another onset or duration.
 *
 * @param told what may be said, sentence by sentence or as a whole
 * @param patient as entered; the spoken text is read for the person that the told texts speak of
 * @returns ids of findings, in the order of the spoken text's facts; empty where nothing was added
 */
export function addedFindings(
  spoken: string,
  told: readonly string[],
  patient: Patient,
  vocabulary: CompiledVocabulary,
): string[] {
  const source = toEngineCase({ narrative: told.join('\n'), patient }, vocabulary);
  const said = toEngineCase({ narrative: spoken, patient: source.understood.patient }, vocabulary);
  return said.observed
    .filter((observed) => !source.observed.some((known) => bears(known, observed, vocabulary)))
    .map(({ findingId }) => findingId);
}

/** Whether what is known is enough to say the other: the same, a kind of it, or what denies it. */
function bears(known: ObservedFinding, said: ObservedFinding, vocabulary: Terminology): boolean {
  if (known.findingId === said.findingId)
    return known.presence === said.presence && known.state === said.state;
  if (said.presence === 'present')
    return known.presence === 'present' && ancestorsOf(known.findingId, vocabulary).includes(said.findingId);
  if (said.presence === 'absent')
    return known.presence === 'absent' && deniersOf(said.findingId, vocabulary).includes(known.findingId);
  return false;
}
