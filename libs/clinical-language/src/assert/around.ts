import { AROUND, type Around, wordsAround } from '../frame/words-around';
import { type Stretch, type Token } from '../model/token';
import { type CompiledVocabulary } from '../vocabulary/compile';

/** So likely must it be that a finding is not the patient's now, and so likely that it is denied, for the words around it to say so. */
const LEAST_LIKELY = 0.7;
const LEAST_LIKELY_DENIED = 0.85;

/**
 * What the words around a finding say of it where no cue does: present, unless something else is much likelier
 * (`docs/adr/0101-what-stands-around-a-finding.md`). What is likely denied, but not as likely as that, is possible.
 */
export function saidAround(
  tokens: readonly Token[],
  sentence: Stretch,
  finding: Stretch,
  { around }: CompiledVocabulary,
): Around {
  const [present = 1, ...others] = around.probabilities(wordsAround(tokens, sentence, finding));
  if (1 - present < LEAST_LIKELY) return 'present';
  const most = Math.max(...others);
  const likeliest = AROUND[1 + others.indexOf(most)] ?? 'present';
  return likeliest === 'absent' && most < LEAST_LIKELY_DENIED ? 'possible' : likeliest;
}
