import { AROUND, type Around, wordsAround, wordsInSentence } from '../frame/words-around';
import { type Stretch, type Token } from '../model/token';
import { type CompiledVocabulary } from '../vocabulary/compile';

/** So likely must it be that a finding is not the patient's now, for the words around it to say so. */
const LEAST_LIKELY = 0.65;
/** A denial argues against diseases, and must be likelier still. */
const LEAST_LIKELY_DENIED = 0.8;

/** "Haemoptysis." has no word about it: what other sentences say is not said of it. */
function standsAlone(tokens: readonly Token[], sentence: Stretch, { from, to }: Stretch): boolean {
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const kind = tokens[at]?.kind;
    if ((at < from || at >= to) && kind !== 'mark' && kind !== 'line-end') return false;
  }
  return true;
}

/**
 * What the words around a finding say of it where no cue does: present, unless something else is much likelier
 * (`docs/adr/0101-what-stands-around-a-finding.md`). A denial must be likely by the words of its own sentence as well:
 * in "No abdominal pain. She has jaundice" the other sentence denies nothing of this one.
 */
export function saidAround(
  tokens: readonly Token[],
  sentence: Stretch,
  finding: Stretch,
  { around }: CompiledVocabulary,
): Around {
  if (standsAlone(tokens, sentence, finding)) return 'present';
  const [present = 1, ...others] = around.probabilities(wordsAround(tokens, sentence, finding));
  if (1 - present < LEAST_LIKELY) return 'present';
  const most = Math.max(...others);
  const likeliest = AROUND[1 + others.indexOf(most)] ?? 'present';
  if (likeliest !== 'absent') return likeliest;
  const [, deniedInSentence = 0] = around.probabilities(wordsInSentence(tokens, sentence, finding));
  return most >= LEAST_LIKELY_DENIED && deniedInSentence >= LEAST_LIKELY ? 'absent' : 'present';
}
