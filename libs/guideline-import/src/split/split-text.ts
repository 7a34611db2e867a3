const ENDS = /(?<=[.!?]["'”’)\]]?)\s+(?=[\p{Lu}\p{N}"'“‘([–•])|(?<=[。！？；][”’」）]?)(?![”’」）])|\n/u;

/** Sentences of a text, each with its end; none longer than `limit`, where need be cut at a space. */
export function sentencesOf(text: string, limit: number): string[] {
  return text
    .split(ENDS)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .flatMap((sentence) => cutTo(sentence, limit));
}

function cutTo(sentence: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > limit) {
    const space = rest.lastIndexOf(' ', limit);
    const at = space > limit / 2 ? space : withoutHalf(rest, limit);
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** A cut that leaves surrogate pairs whole. */
const withoutHalf = (text: string, at: number): number =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
