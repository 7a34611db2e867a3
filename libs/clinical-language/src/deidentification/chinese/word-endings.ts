/** Tells whether a text ends with one of some words at a place, from its last character: cheap where none does. */
export class WordEndings {
  private readonly byLast = new Map<number, readonly string[]>();

  constructor(words: readonly string[]) {
    for (const word of words) {
      const last = word.charCodeAt(word.length - 1);
      this.byLast.set(last, [...(this.byLast.get(last) ?? []), word]);
    }
  }

  /** Whether one of the words stands right before an offset. */
  endAt(text: string, offset: number): boolean {
    const words = offset > 0 ? this.byLast.get(text.charCodeAt(offset - 1)) : undefined;
    return words !== undefined && words.some((word) => text.endsWith(word, offset));
  }
}
