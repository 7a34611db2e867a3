import { stem } from './stem';
import { type Token } from './tokens';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Marks a word that is written like another and means something else. */
const OTHER = '~';

/** Behind these "back" is a particle: "does not *go back*", "*put* it *back*". */
const MOVES = words(
  `go goes going gone went come comes coming came put puts push pushes pushed pushing pop pops popped slip slips slipped get gets got give gives gave fall
  falls fell call called bounce bounces spring springs sprang send sent bring brings brought take took taken turn turned lie lay sit sat lean leant leaned
  grow grows grew grown look looked step stepped move moved date dates return returned it them`,
);
/** "The *back of* the ankle" is of the ankle; that of the chest is the back. */
const HAS_A_BACK = words(
  `neck nape knee knees head skull throat hand hands heel heels ankle ankles thigh thighs calf calves leg legs arm arms elbow elbows foot feet mouth eye eyes tongue
  nose ear ears shoulder shoulders wrist wrists finger fingers forearm scalp palate teeth`,
);
const DETERMINERS = words('a an the her his its their my our your both each this that one left right');
const FITS = words('put puts fit fits get gets slip slips insert inserts');
const COUNTS = words('one two three four 1 2 3 4');
const TAKES_SAMPLE = words('took take takes taken taking drew draw draws drawn');
const FLOWS_ALONG = words('leg legs arm arms face cheek cheeks thigh thighs back chin wall neck hand hands');

type Rule = (textAt: (step: number) => string, token: Token) => boolean;

const isMeasure: Rule = (textAt) =>
  /^(?:width|widths|breadth|breadths)$/.test(textAt(1)) ||
  (COUNTS.has(textAt(-1)) && [-2, -3, -4].some((step) => FITS.has(textAt(step))));

const runsAlong: Rule = (textAt) =>
  textAt(1) === 'down' && (DETERMINERS.has(textAt(2)) || FLOWS_ALONG.has(textAt(2)));

/** Words by what they are written as, and where they mean something else. */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  [
    'back',
    (textAt) =>
      MOVES.has(textAt(-1)) ||
      (textAt(1) === 'of' &&
        HAS_A_BACK.has([2, 3, 4].map(textAt).find((word) => !DETERMINERS.has(word)) ?? '')),
  ],
  // "A stain in his pants"; "he pants" is out of breath.
  [
    'pants',
    (textAt, token) =>
      token.kind === 'word' && !/^(?:\W?|he|she|it|who|and|or|i|baby|child)$/.test(textAt(-1)),
  ],
  ['ran', runsAlong],
  ['runs', runsAlong],
  ['running', runsAlong],
  // "Took blood for ..." is a test.
  [
    'blood',
    (textAt) => TAKES_SAMPLE.has(textAt(-1)) || (textAt(-1) === 'some' && TAKES_SAMPLE.has(textAt(-2))),
  ],
  ['finger', isMeasure],
  ['fingers', isMeasure],
  ["finger's", isMeasure],
  ["fingers'", isMeasure],
  ["hand's", isMeasure],
  ['hand', isMeasure],
]);

/** The key of a word without the mark of another sense: the back of the knee is a place on the body as well. */
export const plainKey = (key: string): string => (key.endsWith(OTHER) ? key.slice(0, -1) : key);

/**
 * Gives words that are written like others ("go back", "took blood", "two fingers" as a measure) a key of their own, in
 * texts and in wordings alike.
 */
export function tellSensesApart(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => RULES.has(text))) return tokens;
  return tokens.map((token, position) => {
    const rule = RULES.get(token.text);
    const isOther = rule?.((step) => tokens[position + step]?.text ?? '', token) === true;
    return isOther ? { ...token, key: `${stem(token.text)}${OTHER}` } : token;
  });
}
