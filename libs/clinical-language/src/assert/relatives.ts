import { textAt } from '../normalise/at-position';
import { type Token } from '../model/token';
import { isProxy, proxyKey, proxyOf } from './proxy';

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
    .join('')
    .replace(/'s$/, '');
  return KIN.has(text) ? text : undefined;
}

/** What an informant does: "his wife [has noticed] that ...". */
const REPORTS = words(
  `say says said state states stated report reports reported note notes noted notice notices noticed describe describes
  described explain explains explained mention mentions mentioned tell tells told think thinks thought believe believes
  believed recall recalls recalled confirm confirms confirmed observe observes observed witness witnesses witnessed
  see sees saw bring brings brought worry worries add adds added insist insists ask asks asked call calls called`
    .trim()
    .replace(/\s+/g, ' '),
);
const BESIDE_REPORTS = words('also has have had is was who is are were then first and');
/** Of these an informant says "that"; without it they are the relative's own: "her mother complains of headache". */
const ONLY_WITH_THAT = words(
  'complain complains complained worried concerned feel feels felt afraid anxious',
);

/** 妈妈说, 其女发现, 由儿子送来, 妈妈抱着来: who says or brings it does not have it. */
function reportsInChinese(tokens: readonly Token[], from: number, to: number): boolean {
  const behind = [0, 1, 2].map((step) => textAt(tokens, to + step)).join('');
  const does =
    /^(?:也|又|都|就|曾|常|总|在|就)?(?:说|讲|诉|述|称|代|反映|发现|带|抱|送|陪|描述|告知|告诉|觉得|担心|注意|看[到见]|听[到见]|提供|补充|叫|喊|拉|背|打)/;
  return does.test(behind) || /^[由被据请让]$/.test(textAt(tokens, from - 1));
}

/** "His mother reports that ...", "noticed by his wife", "according to her parents": whoever says it does not have it. */
export function isInformant(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from]?.kind === 'han') return reportsInChinese(tokens, from, to);
  let at = to;
  while (at - to < MAX_BETWEEN && BESIDE_REPORTS.has(textAt(tokens, at))) at += 1;
  const next = textAt(tokens, at + 1);
  if (REPORTS.has(textAt(tokens, at))) return next !== 'to' && next !== 'as';
  if (ONLY_WITH_THAT.has(textAt(tokens, at))) return next === 'that' || next === 'about';
  const possessor = possessorBefore(tokens, from) ?? from;
  const start = /^(?:the|a)$/.test(textAt(tokens, possessor - 1)) ? possessor - 1 : possessor;
  const before = textAt(tokens, start - 1);
  return (
    before === 'by' || before === 'per' || (before === 'to' && textAt(tokens, start - 2) === 'according')
  );
}

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

const PARENTS = words('mother father parent parents mum mom dad');
const CHILDREN = ['son', 'daughter'];

/** The words of kinship by which a text calls its patient: where a parent speaks, "her son" is the patient. */
export function kinshipOfPatient(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  const parentSpeaks = tokens.some(
    ({ text }, position) => PARENTS.has(text) && isInformant(tokens, position, position + 1),
  );
  if (parentSpeaks) CHILDREN.forEach((child) => found.add(child));
  const proxy = proxyOf(tokens);
  if (proxy !== undefined) found.add(proxyKey(proxy.word));
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
  if (isProxy(tokens, from, to, ofPatient)) return true;
  const kin = kinAt(tokens, from, to);
  if (kin === undefined || !ofPatient.has(kin)) return false;
  const takenUp = /^(?:the|this|该)$/.test(textAt(tokens, from - 1)) || CHILDREN.includes(kin);
  return takenUp || isIntroducedAsPatient(tokens, from, to);
}

/** Where the naming of a relative begins: with the possessor or the article before the word. */
export function startOfRelative(tokens: readonly Token[], from: number): number {
  const possessor = possessorBefore(tokens, from);
  if (possessor !== undefined) return textAt(tokens, possessor - 1) === 'the' ? possessor - 1 : possessor;
  return /^(?:a|an|the|one)$/.test(textAt(tokens, from - 1)) ? from - 1 : from;
}
