import { type Token } from '../text/tokens';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words of kinship that may name the patient as well: "the 42-year-old mother fainted". */
const KIN = words(
  'mother father parent grandmother grandfather son daughter sister brother mum mom dad 母亲 父亲',
);
/** May stand between an age and such a word. */
const ADJECTIVES = words(
  'single working new young married divorced widowed nursing breastfeeding pregnant healthy fit well',
);
const AGE_ENDS = words('old yo o 岁');
const POSSESSIVES = words('her his their my our your its 其');
/** Between a possessive and its relative: "her [older twin] sister". */
const BESIDE_RELATIVES = words('older elder younger twin eldest youngest late own elderly two three');
const MAX_BETWEEN = 2;

/** The word of kinship at `from`..`to`, if it is one. */
function kinAt(tokens: readonly Token[], from: number, to: number): string | undefined {
  const text = tokens
    .slice(from, to)
    .map((token) => token.text)
    .join('');
  return KIN.has(text) ? text : undefined;
}

const textAt = (tokens: readonly Token[], position: number): string => tokens[position]?.text ?? '';

/** Position of the possessor before a relative: "[her] older sister", "[the patient's] mother". */
function possessorBefore(tokens: readonly Token[], from: number): number | undefined {
  let at = from - 1;
  while (from - at <= MAX_BETWEEN && BESIDE_RELATIVES.has(textAt(tokens, at))) at -= 1;
  const text = textAt(tokens, at);
  return POSSESSIVES.has(text) || /\p{L}'s?$/u.test(text) ? at : undefined;
}

/** "42-year-old [single] mother", "mother of three", 42岁(的)母亲, 两个孩子的母亲. */
function isIntroducedAsPatient(tokens: readonly Token[], from: number, to: number): boolean {
  if (possessorBefore(tokens, from) !== undefined) return false;
  if (
    textAt(tokens, to) === 'of' &&
    /^(?:\d+|one|two|three|four|five|six|seven|eight)$/.test(textAt(tokens, to + 1))
  )
    return true;
  let at = from - 1;
  if (textAt(tokens, at) === '的') {
    if (textAt(tokens, at - 1) === '子' && textAt(tokens, at - 2) === '孩') return true;
    at -= 1;
  }
  while (from - at <= MAX_BETWEEN && ADJECTIVES.has(textAt(tokens, at))) at -= 1;
  return AGE_ENDS.has(textAt(tokens, at));
}

/** The words of kinship by which a text calls its patient. */
export function kinshipOfPatient(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let position = 0; position < tokens.length; position += 1) {
    const to = tokens[position]?.kind === 'han' ? position + 2 : position + 1;
    const kin = kinAt(tokens, position, to);
    if (kin !== undefined && isIntroducedAsPatient(tokens, position, to)) found.add(kin);
  }
  return found;
}

/**
 * Whether a word of kinship names the patient: where it introduces her, and where "the mother" takes it up. With a
 * possessor ("her mother") it is a relative.
 */
export function isPatient(
  tokens: readonly Token[],
  from: number,
  to: number,
  ofPatient: ReadonlySet<string>,
): boolean {
  const kin = kinAt(tokens, from, to);
  if (kin === undefined || !ofPatient.has(kin)) return false;
  const takenUp = /^(?:the|this|该)$/.test(textAt(tokens, from - 1));
  return takenUp || isIntroducedAsPatient(tokens, from, to);
}

/** Where the naming of a relative begins: with the possessor or the article before the word. */
export function startOfRelative(tokens: readonly Token[], from: number): number {
  const possessor = possessorBefore(tokens, from);
  if (possessor !== undefined) return textAt(tokens, possessor - 1) === 'the' ? possessor - 1 : possessor;
  return /^(?:a|an|the|one)$/.test(textAt(tokens, from - 1)) ? from - 1 : from;
}
