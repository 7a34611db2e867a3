import { isHan, type PhraseReader } from '../normalise/phrases';
import { type PhraseSense } from '../model/sense';

const POSITIVE = '阳性';

/** How a result is written that a wording calls 阳性, and how the same is denied: the sign is there, or it is not. */
const WRITTEN: readonly { readonly end: string; readonly denies: boolean }[] = [
  { end: '(+)', denies: false },
  { end: '阴性', denies: true },
  { end: '(-)', denies: true },
];

/**
 * 克氏征阳性 is also 克氏征(+), and 克氏征阴性 or (-) denies it: wordings that follow from those of the vocabulary, unless it has
 * them with a meaning of their own.
 */
export function resultWordings(named: readonly PhraseSense[], reader: PhraseReader): PhraseSense[] {
  const known = new Set(
    named.filter(({ phrase }) => isHan(phrase)).map(({ phrase }) => reader.wording(phrase)),
  );
  return named.flatMap(({ phrase, sense }) => {
    if (sense.kind !== 'finding' || !phrase.endsWith(POSITIVE)) return [];
    const sign = phrase.slice(0, -POSITIVE.length);
    return WRITTEN.flatMap(({ end, denies }): PhraseSense[] => {
      const wording = `${sign}${end}`;
      if (sign.length < 2 || known.has(reader.wording(wording))) return [];
      return [{ phrase: wording, sense, ...(denies && { leaves: reader.keys(end).length }) }];
    });
  });
}
