import { EPONYM_FOLLOWERS } from '../names-en';
import { isMaybePerson, isSurnamed } from './listed-names';
import { isLowerName } from './lower-case-names';
import { ANNOUNCES, MONTH_BEFORE } from './neighbours';
import { type Passage } from './passage';
import { type EnglishToken, isName } from './tokens';
import { isUnknownPerson } from './unlisted-names';
import { isEponym, THING_AFTER } from './vetoes';

/** P. Marsh, J Okello; H. pylori has a small letter and G1 a number. */
function isInitial(passage: Passage, token: EnglishToken, at: number): boolean {
  const next = passage.tokens[at + 1];
  const stopped = next?.gap === '. ';
  if (next === undefined || next.shape !== 'capital' || (!stopped && next.gap !== ' ')) return false;
  if (next.possessive || THING_AFTER.test(passage.after(next)) || EPONYM_FOLLOWERS.test(passage.after(next)))
    return false;
  const { nameClass } = next;
  if (nameClass === 'given' || nameClass === 'unknown') return stopped || !token.opens || token.text !== 'A';
  return stopped && (nameClass === 'surname' || nameClass === 'maybe' || nameClass === 'wordy');
}

/** Known as Quill, Bed 9 Okafor. */
function isAnnounced(passage: Passage, token: EnglishToken, after: string): boolean {
  if (
    (!isName(token) && !/(?:known as|nicknamed|goes by) $/.test(passage.before(token))) ||
    THING_AFTER.test(after) ||
    token.text.length < 3
  )
    return false;
  return (
    ANNOUNCES.test(passage.text.slice(Math.max(0, token.start - 24), token.start)) &&
    token.nameClass !== 'stop'
  );
}

/** Whether a name begins or goes on here: by its class, its shape and where it stands. */
export function isCandidate(passage: Passage, token: EnglishToken, at: number): boolean {
  if (token.shape === 'lower') return isLowerName(passage, token, at);
  if (passage.isTitled(token, at)) return true;
  if (token.shape === 'initial') return isInitial(passage, token, at);
  if (
    token.shape === 'capitals' &&
    token.text.length > 5 &&
    isName(token) &&
    /\b(?:surgeon|consultant|registrar|pt|patient|nurse|doctor|anaesthetist|midwife) $/i.test(
      passage.before(token),
    )
  )
    return true;
  if (
    token.shape === 'capitals' &&
    token.text.length > 3 &&
    isAnnounced(passage, token, passage.after(token))
  )
    return true;
  if (token.shape !== 'capital') return false;
  const after = passage.after(token);
  if (isEponym(passage, token, after)) return false;
  if (isAnnounced(passage, token, after)) return true;
  switch (token.nameClass) {
    case 'given':
      return token.text !== 'Jan' || !MONTH_BEFORE.test(passage.before(token));
    case 'maybe':
      return isMaybePerson(passage, token, at, after);
    case 'surname':
      return isSurnamed(passage, token, at, after);
    case 'unknown':
      return isUnknownPerson(passage, token, at, after);
    default:
      return false;
  }
}
