/** Control and format characters, private glyphs of fonts, and the joints at which words may be broken. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/** What fonts put in the place of letters: ligatures (ﬁ), and radicals that look like characters (⽂). */
const LOOKALIKES = /[\uFB00-\uFB06\u2E80-\u2FDF]/gu;

/** One line of text as it is kept: whole Unicode, composed, single spaces, nothing that cannot be seen. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(LOOKALIKES, (letter) => letter.normalize('NFKC'))
    .normalize('NFC')
    .trim();
}
