import { DESCRIBES } from '../names-en';
import { isKnownWord, looksEnglish } from '../words/english-words';
import { touches } from './extent';
import { APPOSED, BY_AGE, FINITE, PERSON_NOUN } from './neighbours';
import { type Passage } from './passage';
import { type EnglishToken, isName } from './tokens';
import { isTravelledTo, LATIN_SPECIES, THING_AFTER, THING_BEFORE } from './vetoes';

/** "Okonjo prefers tea": a verb that no list holds, by its ending; a plural of things is none. */
const VERB_LIKE =
  /^ (?:then |also |just |never |still )?(\p{Ll}{2,14}(?:ed|[^s]s))\b(?! (?:are|were|and|or)\b)/u;

/** Quillfeather says: a verb behind tells a person from a thing. */
function isVerb(after: string): boolean {
  const verb = VERB_LIKE.exec(after)?.[1];
  return (
    verb !== undefined &&
    isKnownWord(verb) &&
    !/(?:tests|cells|bodies|titres|levels|signs|antibodies|infections|casts|scores)$/.test(verb)
  );
}

/** A capitalised word that is in no dictionary, where no thing stands. */
export function isUnknownPerson(passage: Passage, token: EnglishToken, at: number, after: string): boolean {
  if (token.text.length < 3 || (DESCRIBES.test(token.text) && token.text.length > 8)) return false;
  const before = passage.tokens[at - 1];
  const next = passage.tokens[at + 1];
  const joined = (other: EnglishToken | undefined, gap: string | undefined): boolean =>
    other?.nameClass === 'medical' && other.shape === 'capital' && /^[ -]$/.test(gap ?? '');
  if (joined(before, token.gap) || joined(next, next?.gap)) return false;
  if (THING_AFTER.test(after) || isTravelledTo(passage, token)) return false;
  const species = LATIN_SPECIES.exec(after)?.[1];
  if (species !== undefined && !isKnownWord(species)) return false;
  const run =
    next !== undefined &&
    touches(next.gap, token) &&
    (next.shape === 'initial' || (next.shape === 'capital' && isName(next) && next.nameClass !== 'wordy'));
  if (run) return true;
  if (PERSON_NOUN.test(passage.before(token))) return true;
  if (/^ (?:famil(?:y|ies)|brothers|sisters|twins|girls?|boys?|bab(?:y|ies)|couple|children)\b/.test(after))
    return true;
  if (THING_BEFORE.test(passage.before(token))) return false;
  if (!token.opens) return !passage.isInTitleCase(at);
  if (looksEnglish(token.lower)) return false;
  if (next?.gap === ', ' && next.shape === 'capital' && /^(?:given|surname|unknown)$/.test(next.nameClass))
    return true;
  return FINITE.test(after) || BY_AGE.test(after) || APPOSED.test(after) || token.possessive || isVerb(after);
}
