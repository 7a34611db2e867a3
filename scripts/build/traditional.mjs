import hongKong from 'opencc-js/dict/HKVariantsRev';
import taiwan from 'opencc-js/dict/TWVariantsRev';
import simplified from 'opencc-js/dict/TSCharacters';

/** A dictionary of OpenCC: what is written, a space, what stands for it first; entries between bars. */
const read = (dictionary) =>
  new Map(
    dictionary.split('|').map((entry) => {
      const [written, standsFor] = entry.split(' ');
      return [written, standsFor];
    }),
  );

/**
 * Traditional characters and the simplified ones that stand for them, place by place, out of the dictionaries of Open Chinese Convert
 * (https://github.com/BYVoid/OpenCC, Apache-2.0); what is written in Taiwan or Hong Kong alone among them.
 *
 * @param {readonly string[]} kept characters that simplified Chinese has too, with a meaning of their own
 * @returns {{ written: string, standsFor: string }} two texts of one length
 */
export function traditionalCharacters(kept) {
  const [toSimplified, ...variants] = [simplified, taiwan, hongKong].map(read);
  const all = new Set([toSimplified, ...variants].flatMap((dictionary) => [...dictionary.keys()]));
  const pairs = [...all]
    .map((written) => {
      const common = variants.map((dictionary) => dictionary.get(written)).find(Boolean) ?? written;
      return [written, toSimplified.get(common) ?? common];
    })
    .filter((pair) => pair[0] !== pair[1] && pair.every((character) => character.length === 1))
    .filter(([written]) => !kept.includes(written))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    written: pairs.map(([written]) => written).join(''),
    standsFor: pairs.map(([, standsFor]) => standsFor).join(''),
  };
}
