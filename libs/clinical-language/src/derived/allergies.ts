import { ALLERGY } from '../assertion/allergens';
import { type Mention } from '../matching/mention';
import { type DerivationInput, derivedMention } from './derived-mention';
import { textAt } from '../text/at-position';

/** "Strawberries, to which she is *allergic*": the word that stands behind its allergen. */
export function readAllergies({ tokens, sentence }: DerivationInput): Mention[] {
  const found: Mention[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    if (textAt(tokens, at) !== 'allergic' || tokens[at + 1]?.kind === 'word') continue;
    if (/^(?:is|was|am|are|been|very|highly|severely)$/.test(textAt(tokens, at - 1)))
      found.push(derivedMention(at, at + 1, [ALLERGY]));
  }
  return found;
}
