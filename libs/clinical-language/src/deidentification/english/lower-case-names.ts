import { isKnownWord } from '../words/english-words';
import { FINITE, IN_A_BED, LOWER_LEAD } from './neighbours';
import { ADDRESS, type Passage, TITLE } from './passage';
import { type EnglishToken } from './tokens';

/** Common names that are lower-case words as well, of which chats mean the name when someone lies in a bed or does something. */
const COMMON_LOWER: ReadonlySet<string> = new Set(
  `bob bill jack john tom joe jim tony mike nick sue rob ben ted terry jerry harry larry barry ken ray ron pat kitty molly daisy ruby rose grace charlie billy bobby johnny tommy jimmy sally jenny betty polly art joy hope dean lee max guy gene kay may june fay amy dot val vic sid len les reg stan cliff dawn eve faith ivy iris lily pearl ginger heather hazel holly jade`.split(
    /\s+/,
  ),
);
const IN_PLACE = /\b(?:bed|bay|room|cubicle) ?\d{1,3}[,:]? $/i;

function followsSmallTitle(passage: Passage, token: EnglishToken, at: number): boolean {
  const before = passage.tokens[at - 1];
  return (
    before?.shape === 'lower' &&
    (token.gap === ' ' || token.gap === '. ') &&
    (TITLE.test(before.lower) || ADDRESS.test(before.lower))
  );
}

/** can u tell fergus; mrs okeke: chats write names small. */
export function isLowerName(passage: Passage, token: EnglishToken, at: number): boolean {
  const { text } = token;
  if (token.lower !== text || text.includes('-')) return false;
  const titled = followsSmallTitle(passage, token, at);
  const common = COMMON_LOWER.has(text);
  const placed = token.gap !== ' ' && IN_PLACE.test(passage.before(token));
  // most words of a text are words, which nothing but these makes a name
  if (!titled && !common && !placed && isKnownWord(text)) return false;
  if (token.opens && token.start > 0 && token.gap === '') return false;
  switch (token.nameClass) {
    case 'word':
    case 'stop':
    case 'medical':
      return false;
    case 'unknown':
    case 'surname':
      return (titled || placed) && text.length > 2;
    case 'given':
      return text.length > 2;
    default:
      return titled || (common && standsAsPerson(passage, token));
  }
}

/** call rose; grace in bed 4; rob vomited. */
function standsAsPerson(passage: Passage, token: EnglishToken): boolean {
  const after = passage.after(token);
  return (
    LOWER_LEAD.test(passage.before(token)) || IN_A_BED.test(after) || (token.opens && FINITE.test(after))
  );
}
