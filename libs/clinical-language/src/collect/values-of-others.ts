import { type QuantityRead } from '../measure/quantity-read';
import { type Token } from '../model/token';
import { standsAt, textAt } from '../normalise/at-position';
import { grammar } from '../recognise/grammar';
import { type Person } from '../recognise/people';

/** Whose values are not the patient's. */
export type OtherPerson = NonNullable<Person['governs']>;

/** "(58)": of the marks around a number alone. */
const isAside = (tokens: readonly Token[], at: number): boolean =>
  textAt(tokens, at - 1) === '(' && textAt(tokens, at + 1) === ')';

/** How many tokens at a place say neither of whom nor of what a value is: a mark, an age, when it was measured. */
function passedAt(tokens: readonly Token[], at: number): number {
  const { text, kind } = tokens[at] ?? { text: '', kind: 'mark' };
  const { ofAges, besideValues } = grammar();
  if (kind === 'number') {
    if (ofAges.has(textAt(tokens, at + 1))) return 2;
    return isAside(tokens, at) ? 1 : 0;
  }
  return besideValues.find((keys) => keys[0] === text && standsAt(tokens, at, keys))?.length ?? 0;
}

/** Whether nothing stands between two places by which a value could be of somebody else, or of nobody. */
function isOneRow(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (at < to) {
    const passed = passedAt(tokens, at);
    if (passed === 0) return false;
    at += passed;
  }
  return at === to;
}

/**
 * Whose the values of a sentence are where they are not the patient's: "Mother: 32y, Hb 90, temp 38.2", 供者（父亲）术后肌酐109，血压128/80. The name of a
 * test opens a statement on the patient, but not where it stands right behind somebody else, or behind such a value.
 *
 * @param people whom the sentence names
 * @param quantities of the sentence, in any order
 * @returns by the place where a value begins with its name
 */
export function valuesOfOthers(
  tokens: readonly Token[],
  people: readonly Person[],
  quantities: readonly QuantityRead[],
): ReadonlyMap<number, OtherPerson> {
  const others = new Map<number, OtherPerson>();
  let before: { readonly to: number; readonly of: OtherPerson } | undefined;
  for (const { from, to } of [...quantities].sort((a, b) => a.from - b.from)) {
    const goesOn = before !== undefined && (from < before.to || isOneRow(tokens, before.to, from));
    const of = goesOn ? before?.of : ownerRightBefore(tokens, people, from);
    before = of === undefined ? undefined : { to: Math.max(to, before?.to ?? 0), of };
    if (of !== undefined) others.set(from, of);
  }
  return others;
}

/** Behind "lives with her husband, BP 150/90" the comma ends what is his; 本单为儿媳：血糖9 says who the patient is. */
function ownerRightBefore(
  tokens: readonly Token[],
  people: readonly Person[],
  from: number,
): OtherPerson | undefined {
  const named = people.findLast(({ to }) => to <= from);
  if (named === undefined || textAt(tokens, named.to) === ',') return undefined;
  if (grammar().introducing.has(textAt(tokens, named.start - 1))) return undefined;
  return isOneRow(tokens, named.to, from) ? named.governs : undefined;
}
