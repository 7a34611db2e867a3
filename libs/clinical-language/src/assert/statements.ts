import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { positionsBetween, standsAt, textAt } from '../normalise/at-position';
import { surfaceKeys } from '../normalise/phrases';
import { byKey } from '../normalise/lists-by-key';
import { grammar } from '../recognise/grammar';
import { type Token } from '../model/token';

const openersSchema = z.object({
  /** Words that open a statement only where they stand first behind a divider. */
  first: z.array(z.string()),
  /** Qualities that do so as well, but where something is only to come: "if he has a fever, *severe* headache". */
  qualities: z.array(z.string()),
  /** Subjects and verbs that make a statement of what they stand in. */
  within: z.array(z.string()),
  /** What is said to be so of a noun before it: "leg swollen". */
  predicates: z.array(z.string()),
  /** Words that open another clause: what stands behind them is not of this item. */
  turns: z.array(z.string()),
  /** Words that part the items of a list. */
  dividers: z.array(z.string()),
  /** Words behind which a test or a part of the body opens nothing. */
  leads: z.array(z.string()),
  /** Marks and words between what is asked and its answer: "fever: none", 里急后重？答：没有. */
  asks: z.array(z.string()),
  /** Words that make a question of what stands before a mark of question. */
  questions: z.array(z.string()),
  /** Verbs that ask where one stands first and its subject behind it: "*have* you". */
  inversions: z.array(z.string()),
  /** Whom or what such a question is about, where somebody asks a patient or about one. */
  'asked-of': z.array(z.string()),
  /** What ends a question by itself: 黑便*没有*？ */
  'asks-at-end': z.array(z.string()),
  /** Words that ask for more than yes or no: what, when, 哪; which of two: 突然*还是*慢慢. */
  'asks-which': z.array(z.string()),
  /** Words behind a course by which it is said of what it is. */
  concerns: z.array(z.string()),
  /** Words behind a person by which the thing before is that person's. */
  owns: z.array(z.string()),
  /** Words before the person by which the thing is only compared. */
  compares: z.array(z.string()),
  /** Boxes and ticks of a form. */
  boxes: z.array(z.string()),
  /** Particles that end what is said and add nothing: 了 in 可以排除了. */
  particles: z.array(z.string()),
  /** Words that take up what was told before: "it", 该. */
  anaphors: z.array(z.string()),
  /** Words that may stand between these and what is said. */
  'anaphors-of-all': z.array(z.string()),
  'beside-anaphors': z.array(z.string()),
  /** Dividers behind which a denial of one item goes on: "does not smoke or drink". */
  alternatives: z.array(z.string()),
  /** Verbs that belong to a denial before them: "denies ever *having*", 否认患儿*有*. */
  having: z.array(z.string()),
  /** Behind "and" these take up a denial: "no burning, and *any* blood". */
  any: z.array(z.string()),
  /** What a verb of several things begins with: "fever and rash *were* absent". */
  several: z.array(z.string()),
  /** Words between what is named and its denial in the same word: 吐*倒*没有吐. */
  even: z.array(z.string()),
  echoes: z.array(z.string()),
});

interface Openers {
  readonly first: ReadonlySet<string>;
  readonly qualities: ReadonlySet<string>;
  readonly within: ReadonlySet<string>;
  readonly predicates: ReadonlySet<string>;
  readonly turns: ReadonlySet<string>;
  readonly dividers: ReadonlySet<string>;
  readonly leads: ReadonlySet<string>;
  readonly asks: ReadonlySet<string>;
  readonly questions: ReadonlySet<string>;
  readonly inversions: ReadonlySet<string>;
  readonly askedOf: ReadonlySet<string>;
  readonly asksAtEnd: readonly (readonly string[])[];
  readonly asksWhich: readonly (readonly string[])[];
  readonly concerns: ReadonlySet<string>;
  readonly owns: ReadonlySet<string>;
  readonly compares: ReadonlySet<string>;
  readonly boxes: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly anaphors: ReadonlySet<string>;
  readonly anaphorsOfAll: ReadonlySet<string>;
  readonly besideAnaphors: ReadonlySet<string>;
  readonly alternatives: ReadonlySet<string>;
  readonly having: ReadonlySet<string>;
  readonly any: ReadonlySet<string>;
  readonly several: ReadonlySet<string>;
  readonly even: readonly (readonly string[])[];
  readonly echoes: ReadonlySet<string>;
  readonly chinese: ReadonlyMap<string, readonly string[]>;
}

let read: Openers | undefined;

function openers(): Openers {
  if (read !== undefined) return read;
  const english = lexiconRows('en/statements', openersSchema);
  const chinese = lexiconRows('zh/statements', openersSchema);
  read = {
    first: new Set(english.first),
    qualities: new Set(english.qualities),
    within: new Set(english.within),
    predicates: new Set(english.predicates),
    turns: new Set(english.turns),
    dividers: new Set([...DIVIDING_MARKS, ...english.dividers, ...chinese.dividers]),
    leads: new Set([...english.leads, ...chinese.leads]),
    asks: new Set([...english.asks, ...chinese.asks]),
    questions: new Set([...english.questions, ...chinese.questions]),
    inversions: new Set(english.inversions),
    askedOf: new Set(english['asked-of']),
    asksAtEnd: [...english['asks-at-end'], ...chinese['asks-at-end']].map(surfaceKeys),
    asksWhich: [...english['asks-which'], ...chinese['asks-which']].map(surfaceKeys),
    concerns: new Set([...english.concerns, ...chinese.concerns]),
    owns: new Set(english.owns),
    compares: new Set(english.compares),
    boxes: new Set([...english.boxes, ...chinese.boxes]),
    particles: new Set(chinese.particles),
    anaphors: new Set([...english.anaphors, ...chinese.anaphors]),
    alternatives: new Set([...english.alternatives, ...chinese.alternatives]),
    having: new Set([...english.having, ...chinese.having]),
    any: new Set(english.any),
    several: new Set(english.several),
    even: [...english.even, ...chinese.even].map(surfaceKeys),
    echoes: new Set([...english.echoes, ...chinese.echoes]),
    anaphorsOfAll: new Set([...english['anaphors-of-all'], ...chinese['anaphors-of-all']]),
    besideAnaphors: new Set([...english['beside-anaphors'], ...chinese['beside-anaphors']]),
    chinese: byKey(chinese.first, (word) => word[0] ?? ''),
  };
  return read;
}

/** Marks that part the items of a list. */
const DIVIDING_MARKS = [',', '、', '/', '&', '\\'];
/** Marks that end a clause outright. */
const CLAUSE_ENDS: ReadonlySet<string> = new Set([';', '。', '!']);

export const isItemDivider = ({ text }: Token): boolean => openers().dividers.has(text);
export const isClauseEnd = ({ text, kind }: Token): boolean => CLAUSE_ENDS.has(text) || kind === 'line-end';

/** "But", "except", "only": what stands behind is told of something else. */
export const isTurn = ({ text }: Token): boolean => openers().turns.has(text);

/** "Having" of "denies ever having": what stands behind it is denied. */
export const isHaving = ({ text }: Token): boolean => openers().having.has(text);

/** "Any" of "no burning, and any blood": what stands behind it is denied with what stands before. */
export const isOfAny = ({ text }: Token): boolean => openers().any.has(text);

/** "Were" of "fever and rash were absent": a verb of several things. */
export const isOfSeveral = ({ text }: Token): boolean => openers().several.has(text);

/** 倒 in 吐倒没有吐: what stands before it is denied in the same word behind it. */
export const isEcho = ({ text }: Token): boolean => openers().echoes.has(text);

export const isBox = ({ text }: Token): boolean => openers().boxes.has(text);
export const isParticle = ({ kind, text }: Token): boolean => kind === 'han' && openers().particles.has(text);

/** "On" in "no clot on ultrasound": what stands behind it opens no part of a record. */
export const leadsTo = ({ text }: Token): boolean => openers().leads.has(text);

/** ":" in "fever: none": what stands behind it is said of what stands before. */
/** "Or" of "does not smoke or drink": what stands behind is denied as well. */
export const isAlternative = ({ text }: Token): boolean => openers().alternatives.has(text);

/** "Not breathless, *even* lying flat": whether what stands behind a divider goes on with what stands before it. */
export const goesOnBehind = (tokens: readonly Token[], divider: number): boolean =>
  openers().even.some((keys) => standsAt(tokens, divider + 1, keys));

/** "It", 该: what is said of it is said of what stands before. */
export const isAnaphor = ({ text }: Token): boolean => openers().anaphors.has(text);
/** "All of this", 这些: what is said of it is said of everything before. */
export const isAnaphorOfAll = ({ text }: Token): boolean => openers().anaphorsOfAll.has(text);
export const mayStandBesideAnaphor = ({ text }: Token): boolean => openers().besideAnaphors.has(text);

/** "In" of "no change in bowel habit": what stands behind it is what the words before are said of. */
export const concerns = ({ text }: Token): boolean => openers().concerns.has(text);
/** ":" in "fever: none": what stands behind is said of what stands before. */
export const asks = ({ text }: Token): boolean => openers().asks.has(text);

/** "Could I have a fever?" asks; "weight loss, jaundice?" doubts. */
export const isQuestion = (tokens: readonly Token[], from: number, to: number): boolean =>
  positionsBetween(from, to).some((at) => {
    const token = tokens[at];
    if (token === undefined || !openers().questions.has(token.text)) return false;
    return token.kind === 'han' || at === from || tokens[at - 1]?.text === ',';
  });

/** "No", 没: whether a word denies by itself. */
export const isDenying = (token: Token | undefined): boolean => grammar().denying.has(token?.text ?? '');

/** 大便*黑不黑*, *抽没抽*: a character, a denial and the same character ask whether it is so. */
export function asksWhether(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'han' && token.text === tokens[at + 2]?.text && isDenying(tokens[at + 1]);
}

/** "*Have you* lost weight?", 黑便*没有*？: whether somebody is asked for what may be so; who asks about herself ("could I") has it. */
export function asksForFact(tokens: readonly Token[], from: number, to: number): boolean {
  const { inversions, askedOf, asksAtEnd } = openers();
  if (inversions.has(textAt(tokens, from))) return askedOf.has(textAt(tokens, from + 1));
  return asksAtEnd.some((keys) => standsAt(tokens, to - keys.length, keys));
}

/** "Since when?", 突然还是慢慢？: asks for more than yes or no. */
export const asksWhich = (tokens: readonly Token[], from: number, to: number): boolean =>
  positionsBetween(from, to).some((at) => openers().asksWhich.some((keys) => standsAt(tokens, at, keys)));

/** "The angina my dad had": whether the person named by the words from a position to another has what stands before. */
export const ownsWhatIsBefore = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens[from - 1]?.kind === 'word' &&
  !openers().compares.has(textAt(tokens, from - 1)) &&
  openers().owns.has(textAt(tokens, to));

function endsHere(tokens: readonly Token[], position: number, to: number): boolean {
  const token = tokens[position];
  return (
    token === undefined || position >= to || isItemDivider(token) || isClauseEnd(token) || token.text === '.'
  );
}

/** A pronoun or a finite verb: its item is a statement and none of a list. */
export const isSubjectOrVerb = ({ text, kind }: Token): boolean =>
  kind === 'word' && openers().within.has(text);

/** How many tokens behind a divider are looked at. */
const OPENING = 4;
const OPENING_HAN = 8;

/** Whether a statement of its own begins behind a divider, rather than the next item of a list. */
export function opensStatement(
  tokens: readonly Token[],
  divider: number,
  to: number,
  isToCome = false,
): boolean {
  const { first, qualities, within, predicates, turns, chinese } = openers();
  const isHan = tokens[divider + 1]?.kind === 'han';
  for (let at = divider + 1; at < Math.min(divider + 1 + (isHan ? OPENING_HAN : OPENING), to); at += 1) {
    const token = tokens[at];
    const isFirst = at === divider + 1;
    if (token === undefined || isItemDivider(token) || isClauseEnd(token)) return false;
    if (!isFirst && turns.has(token.text)) return false;
    if (token.kind === 'number') return true;
    if (!isFirst && predicates.has(token.text) && endsHere(tokens, at + 1, to)) return true;
    if (token.kind === 'word' && within.has(token.text)) return true;
    if (isFirst && (first.has(token.text) || (!isToCome && qualities.has(token.text)))) return true;
    if (token.kind !== 'han' || !isFirst) continue;
    const ahead = tokens
      .slice(at, at + 4)
      .map(({ text }) => text)
      .join('');
    if ((chinese.get(token.text) ?? []).some((word) => ahead.startsWith(word))) return true;
  }
  return false;
}
