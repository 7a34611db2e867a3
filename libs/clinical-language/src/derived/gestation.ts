import { readNumber } from '../text/numbers';
import { type Mention } from '../matching/mention';
import { textAt } from '../text/at-position';
import { type Token } from '../text/tokens';
import { type DerivationInput, derivedMention } from './derived-mention';

/** Completed weeks of pregnancy that a text states. Token positions, end exclusive. */
interface Gestation {
  readonly weeks: number;
  readonly from: number;
  readonly to: number;
}

const LONGEST = 43;
/** The second half of a pregnancy begins with 20 completed weeks. */
const HALFWAY = 20;
/** A child born before 37 completed weeks is preterm. */
const TERM = 37;

const WEEKS = /^(?:weeks?|wks?|weeks?')$/;
const BEHIND_WEEKS = /^(?:of|'|estimated|completed|into|her|the|s)$/;
const PREGNANCY = /^(?:pregnant|pregnancy|gestation|gestational|gravid)$/;
const BEFORE_WEEKS = /^(?:of|at|about|around|approximately|is|was|:|=|by)$/;
const OBSTETRIC =
  /^(?:g\d+(?:p\d+)?|gravida|primigravida|primigravid|multigravida|multigravid|pregnant|pregnancy|antenatal|fetus|foetus|fetal|foetal|twins?|gestation)$/;
const BIRTH = /^(?:born|delivered|birth|delivery|premature|preterm)$/;
const BIRTH_REACH = 5;
const MAX_BETWEEN = 3;

/** "28 weeks", "28+3 weeks", "28+3", "28/40": weeks, and whether the form alone says that a pregnancy is meant. */
function weeksAt(
  tokens: readonly Token[],
  from: number,
): { weeks: number; to: number; certain: boolean } | undefined {
  const number = readNumber(tokens, from);
  if (number === undefined || number.value < 3 || number.value > LONGEST || !Number.isInteger(number.value))
    return undefined;
  const weeks = number.value;
  let to = from + number.length;
  if (textAt(tokens, to) === '/' && textAt(tokens, to + 1) === '40')
    return { weeks, to: to + 2, certain: true };
  const hasDays = textAt(tokens, to) === '+' && /^[0-6]$/.test(textAt(tokens, to + 1));
  if (hasDays) to += 2;
  if (textAt(tokens, to) === '-') to += 1;
  if (WEEKS.test(textAt(tokens, to))) return { weeks, to: to + 1, certain: hasDays };
  return hasDays ? { weeks, to, certain: true } : undefined;
}

function pregnancyBehind(tokens: readonly Token[], to: number): number | undefined {
  let at = to;
  while (at - to <= MAX_BETWEEN && BEHIND_WEEKS.test(textAt(tokens, at))) at += 1;
  return PREGNANCY.test(textAt(tokens, at)) ? at + 1 : undefined;
}

/** "Gestational age of", "at" beside another word of obstetrics. */
function pregnancyBefore({ tokens, sentence }: DerivationInput, from: number): boolean {
  let at = from - 1;
  while (from - at <= MAX_BETWEEN && BEFORE_WEEKS.test(textAt(tokens, at))) at -= 1;
  if (textAt(tokens, at) === 'age' && PREGNANCY.test(textAt(tokens, at - 1))) return true;
  if (textAt(tokens, from - 1) !== 'at') return PREGNANCY.test(textAt(tokens, at));
  return tokens.slice(sentence.from, sentence.to).some(({ text }) => OBSTETRIC.test(text));
}

function gestationAt(input: DerivationInput, from: number): Gestation | undefined {
  const read = weeksAt(input.tokens, from);
  if (read === undefined) return undefined;
  const behind = pregnancyBehind(input.tokens, read.to);
  const isBirth = isOfBirth(input, from);
  if (behind === undefined && !read.certain && !isBirth && !pregnancyBefore(input, from)) return undefined;
  return { weeks: read.weeks, from, to: behind ?? read.to };
}

/** "Born at 30 weeks": weeks of the pregnancy that a child comes from. */
function isOfBirth({ tokens, sentence }: DerivationInput, from: number): boolean {
  if (textAt(tokens, from - 1) !== 'at') return false;
  for (let at = from - 2; at >= Math.max(sentence.from, from - BIRTH_REACH); at -= 1) {
    if (BIRTH.test(textAt(tokens, at))) return true;
  }
  return false;
}

function findingOf(input: DerivationInput, { weeks, from }: Gestation): string | undefined {
  if (isOfBirth(input, from)) return weeks < TERM ? 'prematurity' : undefined;
  return weeks < HALFWAY ? 'pregnancy-under-20-weeks' : 'pregnancy-over-20-weeks';
}

/** How far a pregnancy is, told in weeks: "at 28+3 weeks", "10 weeks pregnant", "G2P1 at 30 weeks", "born at 29 weeks". */
export function readGestation(input: DerivationInput): Mention[] {
  const found: Mention[] = [];
  for (let position = input.sentence.from; position < input.sentence.to; position += 1) {
    const gestation = gestationAt(input, position);
    if (gestation === undefined || gestation.to > input.sentence.to) continue;
    const finding = findingOf(input, gestation);
    if (finding !== undefined) found.push(derivedMention(gestation.from, gestation.to, [finding]));
    position = gestation.to - 1;
  }
  return found;
}
