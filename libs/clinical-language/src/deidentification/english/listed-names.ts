import { EPONYM_FOLLOWERS } from '../names-en';
import { touches } from './extent';
import { BIG_OR_LITTLE, BY_AGE, FINITE, PERSON_BEFORE, PERSON_NOUN, PERSONAL_THING } from './neighbours';
import { type Passage } from './passage';
import { type EnglishToken, isName } from './tokens';
import { THING_AFTER, THING_BEFORE } from './vetoes';

/** Grace, Rose: a given name that is a word too, where a person stands. */
export function isMaybePerson(passage: Passage, token: EnglishToken, at: number, after: string): boolean {
  if (THING_AFTER.test(after) || THING_BEFORE.test(passage.before(token))) return false;
  const next = passage.tokens[at + 1];
  const run = next !== undefined && touches(next.gap, token) && next.shape !== 'lower' && isName(next);
  if (run) return true;
  if (/^(?:的|说|老师|先生|女士|同学|妈|爸|[今昨]|[她他])/u.test(after)) return true;
  if (token.opens) {
    return (
      FINITE.test(after) ||
      BY_AGE.test(after) ||
      (token.possessive && !EPONYM_FOLLOWERS.test(after) && PERSONAL_THING.test(after))
    );
  }
  const before = passage.before(token);
  const apposed = /, $/.test(before) && (/^,/.test(after) || passage.tokens[at - 1]?.shape === 'capitals');
  const stands =
    apposed ||
    PERSON_BEFORE.test(before) ||
    PERSON_NOUN.test(before) ||
    FINITE.test(after) ||
    token.possessive ||
    BIG_OR_LITTLE.test(passage.tokens[at - 1]?.lower ?? '');
  return stands && !passage.isInTitleCase(at);
}

/** Asked Baker to come; Murphy's sign is not taken. */
export function isSurnamed(passage: Passage, token: EnglishToken, at: number, after: string): boolean {
  if (THING_AFTER.test(after) || token.possessive || /^ (?:goes|lateralises|change)/.test(after))
    return false;
  if (token.opens) return FINITE.test(after) && !/^ (?:is|was|has|had)\b/.test(after);
  const leads = PERSON_BEFORE.test(passage.before(token)) || PERSON_NOUN.test(passage.before(token));
  return !passage.isInTitleCase(at) && leads && /^(?:[,.;?!)]|$| [a-z'(-])/u.test(after);
}
