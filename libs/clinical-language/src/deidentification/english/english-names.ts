import { isCandidate } from './candidates';
import { extentAt, kindOf, type NamedStretch } from './extent';
import { Passage } from './passage';
import { isMedicalPhrase } from './vetoes';

/**
 * Names in Latin letters, wherever they stand: a given name, or a capitalised word that neither English nor medicine knows, with
 * what belongs to it (initials, particles, a family name). Words that are also names are taken only where a person must stand.
 */
export function englishNames(text: string): NamedStretch[] {
  const passage = new Passage(text);
  const found: NamedStretch[] = [];
  let from = 0;
  for (let at = 0; at < passage.tokens.length; at += 1) {
    const token = passage.tokens[at];
    if (token === undefined || !isCandidate(passage, token, at)) continue;
    const extent = extentAt(passage, at, from);
    if (isMedicalPhrase(passage, extent)) continue;
    found.push(kindOf(passage, extent));
    from = extent.last + 1;
    at = extent.last;
  }
  return found;
}
