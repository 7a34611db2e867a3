import { type Scopes } from '../assert/scope';
import { bySurface, type PhraseMatch } from '../lexicon/phrase-dictionary';
import { type Sentence } from '../segment/sentences';
import { type Stretch, type Token } from '../model/token';
import {
  BEARINGS_EN,
  BEARINGS_ZH,
  type Bearing,
  type Factor,
  FACTORS_EN,
  FACTORS_ZH,
} from './circumstance-words';

/** A factor that a sentence ties to a complaint. Token positions, end exclusive. */
export interface Circumstance {
  readonly bearing: Bearing;
  readonly factors: readonly Factor[];
  readonly from: number;
  readonly to: number;
  /** Where the factor itself stands: what is named there is no complaint ("worse on coughing"). */
  readonly factorFrom: number;
  readonly negated: boolean;
  /** Where the complaint must stand, if a factor alone ties it: 夜间咳嗽、腹泻 is cough at night, and diarrhoea. */
  readonly clause?: Stretch;
  /** Tied by a word that means nothing else ("worsened by"), not by a mere "with". */
  readonly strong?: boolean;
}

/** A factor stands at most this many tokens behind the word that ties it to the complaint. */
const REACH = 8;
const REACH_ZH = 6;

/** Behind these the words before say nothing about what follows. */
const CLAUSE_ENDS =
  /^[.;；。:()]$|^(?:but|although|however|who|which|he|she|they|denies|no|not|without|because|and|has|had)$/;
/** Weak words tie only what stands right behind them: "on exertion", "when [she is] walking". */
const WEAK =
  /^(?:on|with|when|while|during|upon|whenever|following|after|at|by|occurs|occurring|occur|appears|increase|increased|especially)$/;
const WEAK_REACH = 3;
const SUBJECTS = /^(?:he|she|they|has|had|and)$/;

/** Behind a strong word one of these ties the factor to it: "worse [on]", "relieved [by]", "radiating [to]". */
const TIES =
  /^(?:on|with|by|when|whenever|while|during|after|upon|at|in|from|if|as|to|following|even|down|into|through|of|only)$/;
const MAX_TO_TIE = 3;
/** Behind these a complaint is told beside another, not as what brings it on: "fever with cough". */
const ACCOMPANYING =
  /^(?:with|by|at|after|following|occurs|occurring|occur|appears|increase|increased|especially)$/;

interface Relation {
  readonly bearing: Bearing;
  readonly from: number;
  readonly text: string;
  readonly strong: boolean;
}

function isTied(tokens: readonly Token[], relationTo: number, factorFrom: number): boolean {
  if (relationTo >= factorFrom) return true;
  for (let at = relationTo; at < Math.min(factorFrom, relationTo + MAX_TO_TIE); at += 1) {
    if (TIES.test(tokens[at]?.text ?? '')) return true;
  }
  return false;
}

/** The word before a factor that says which way it bears; a strong one further off counts for more than a weak one. */
function relationBefore(
  tokens: readonly Token[],
  factorFrom: number,
  sentence: Sentence,
): Relation | undefined {
  let weak: Relation | undefined;
  for (let at = factorFrom - 1; at >= Math.max(sentence.from, factorFrom - REACH); at -= 1) {
    const text = tokens[at]?.text ?? '';
    const match = BEARINGS_EN.longestAt(tokens, at, bySurface, undefined, factorFrom);
    const bearing = match?.values[0];
    if (bearing !== undefined && WEAK.test(text)) {
      if (factorFrom - at <= WEAK_REACH) weak ??= { bearing, from: at, text, strong: false };
    } else if (match !== undefined && bearing !== undefined && isTied(tokens, match.to, factorFrom)) {
      return { bearing, from: at, text, strong: true };
    }
    if (CLAUSE_ENDS.test(text) && !(SUBJECTS.test(text) && factorFrom - at <= 2)) break;
  }
  return weak;
}

/** Which way a Chinese factor bears: what stands behind it decides, a place behind 向 or before 放射 is radiation. */
function bearingZh(
  tokens: readonly Token[],
  match: PhraseMatch<Factor>,
  sentence: Sentence,
): Bearing | undefined {
  const says = (at: number, bearing: Bearing): boolean =>
    BEARINGS_ZH.longestAt(tokens, at, bySurface)?.values.includes(bearing) === true;
  const isPlace = match.values.some((factor) => PLACES.has(factor));
  const start = Math.max(sentence.from, match.from - REACH_ZH);
  for (let at = start; isPlace && at < Math.min(sentence.to, match.to + REACH_ZH); at += 1) {
    if (says(at, 'radiation')) return 'radiation';
  }
  if (isPlace) return undefined;
  for (let at = match.to; at < Math.min(sentence.to, match.to + REACH_ZH); at += 1) {
    if (/^[,;；。]$/.test(tokens[at]?.text ?? '')) break;
    if (says(at, 'relief')) return 'relief';
  }
  return 'worse';
}

const NOT_RELIEVED_ZH = /[不未无难没](?:[能见明显以得可会有])*(?:缓解|减轻|好转|消失|改善)/;

/** 休息后不缓解: what does not relieve. */
function isNotRelieved(tokens: readonly Token[], from: number, sentence: Sentence): boolean {
  const behind = tokens.slice(from, Math.min(sentence.to, from + REACH_ZH + 2)).map(({ text }) => text);
  const [clause = ''] = behind.join('').split(/[,;；。]/);
  return NOT_RELIEVED_ZH.test(clause);
}

const PLACES: ReadonlySet<Factor> = new Set<Factor>(['arm-or-jaw', 'back', 'groin', 'leg', 'arm']);

const isNegatedAt = (scopes: Scopes, position: number): boolean => scopes.at(position).has('negated');

function englishCircumstance(
  tokens: readonly Token[],
  match: PhraseMatch<Factor>,
  sentence: Sentence,
  scopes: Scopes,
): Circumstance | undefined {
  const relation = relationBefore(tokens, match.from, sentence);
  if (relation === undefined) return undefined;
  const isPlace = match.values.some((factor) => PLACES.has(factor));
  if (isPlace !== (relation.bearing === 'radiation')) return undefined;
  const isDoing = /ing$/.test(tokens[match.from]?.text ?? '');
  if (match.values.includes('cough') && !relation.strong && !isDoing && ACCOMPANYING.test(relation.text))
    return undefined;
  return {
    bearing: relation.bearing,
    factors: match.values,
    from: relation.from,
    to: match.to,
    factorFrom: match.from,
    negated: isNegatedAt(scopes, relation.from),
    strong: relation.strong,
  };
}

/** 胸痛，活动后加重: what follows the factor takes up a complaint before it. */
function isWorseBehind(tokens: readonly Token[], to: number): boolean {
  const behind = [0, 1, 2, 3, 4].map((step) => tokens[to + step]?.text ?? '').join('');
  return /^[^,、;；。]{0,2}(?:加|明显|严重|更|尤|为[著甚重]|显著|增|发作|出现|[疼痛]|剧|诱发|可见)/.test(
    behind,
  );
}

/** The stretch between the marks around a factor. */
function clauseAround(
  tokens: readonly Token[],
  { from, to }: PhraseMatch<Factor>,
  sentence: Sentence,
): Stretch {
  const isMark = (at: number): boolean => /^[,、;；。:()]$/.test(tokens[at]?.text ?? '');
  let start = from;
  while (start > sentence.from && !isMark(start - 1)) start -= 1;
  let end = to;
  while (end < sentence.to && !isMark(end)) end += 1;
  return { from: start, to: end };
}

function chineseCircumstance(
  tokens: readonly Token[],
  match: PhraseMatch<Factor>,
  sentence: Sentence,
  scopes: Scopes,
): Circumstance | undefined {
  const bearing = bearingZh(tokens, match, sentence);
  if (bearing === undefined) return undefined;
  const { from, to, values } = match;
  const clause =
    bearing === 'worse' && !isWorseBehind(tokens, to) ? clauseAround(tokens, match, sentence) : undefined;
  return {
    bearing,
    factors: values,
    from,
    to,
    factorFrom: from,
    negated: isNegatedAt(scopes, from) || (bearing === 'relief' && isNotRelieved(tokens, to, sentence)),
    ...(clause && { clause }),
  };
}

const LISTING = /^(?:or|and|,|\/|on|with|when|by|while|she|he|they)$/;
const MAX_LISTED_APART = 3;

const DOING = /(?:ing|s)$/;

/**
 * "Worse on coughing, laughing or sneezing": each factor of a list bears as the first does. Of "with a cold, cough and
 * fever" the rest are complaints.
 */
function listedCircumstance(
  tokens: readonly Token[],
  match: PhraseMatch<Factor>,
  before: Circumstance | undefined,
): Circumstance | undefined {
  if (before === undefined || match.from <= before.to || match.from - before.to > MAX_LISTED_APART)
    return undefined;
  for (let at = before.to; at < match.from; at += 1) {
    if (!LISTING.test(tokens[at]?.text ?? '')) return undefined;
  }
  if (before.strong !== true && !DOING.test(tokens[match.from]?.text ?? '')) return undefined;
  const isPlace = match.values.some((factor) => PLACES.has(factor));
  if (isPlace !== (before.bearing === 'radiation')) return undefined;
  return { ...before, factors: match.values, to: match.to, factorFrom: match.from };
}

function englishCircumstances(tokens: readonly Token[], sentence: Sentence, scopes: Scopes): Circumstance[] {
  const found: Circumstance[] = [];
  for (const match of FACTORS_EN.matchAll(tokens, bySurface, undefined, sentence.from, sentence.to)) {
    const circumstance =
      englishCircumstance(tokens, match, sentence, scopes) ??
      listedCircumstance(tokens, match, found[found.length - 1]);
    if (circumstance !== undefined) found.push(circumstance);
  }
  return found;
}

/** A sentence that names more of them repeats itself; it must not cost more. */
const MAX_READ = 24;

/** Everything in a sentence that brings a complaint on, worsens or relieves it, or where it spreads to. */
export function readCircumstances(
  tokens: readonly Token[],
  sentence: Sentence,
  scopes: Scopes,
): Circumstance[] {
  const { from, to } = sentence;
  const english = englishCircumstances(tokens, sentence, scopes);
  const chinese = FACTORS_ZH.matchAll(tokens, bySurface, undefined, from, to).map((match) =>
    chineseCircumstance(tokens, match, sentence, scopes),
  );
  return [...english, ...chinese].filter((circumstance) => circumstance !== undefined).slice(0, MAX_READ);
}

/** Where the factors stand that circumstances name. */
export const factorsOf = (circumstances: readonly Circumstance[]): Stretch[] =>
  circumstances.map(({ factorFrom, to }) => ({ from: factorFrom, to }));
