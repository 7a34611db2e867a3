const BETWEEN = '\n';

/**
 * Many short texts, each of an owner, as one text with a line for each: there are a hundred thousand, and an object and a
 * string for each took three times as much memory. No text may hold a line break.
 */
export class Wordings {
  private readonly lines: string;
  /** Where each line begins; and, as the last, where another would. */
  private readonly starts: Uint32Array;
  /** Whose each line is. */
  private readonly owners: Uint32Array;

  /**
   * Puts short texts before long ones, and equally long ones in the order of their owners.
   *
   * @param texts of each owner
   */
  constructor(texts: readonly (readonly string[])[]) {
    const all = texts
      .flatMap((own, owner) => own.map((text) => ({ text, owner })))
      .sort((a, b) => a.text.length - b.text.length);
    this.lines = all.map(({ text }) => `${text}${BETWEEN}`).join('');
    this.owners = Uint32Array.from(all, ({ owner }) => owner);
    this.starts = new Uint32Array(all.length + 1);
    for (const [line, { text }] of all.entries())
      this.starts[line + 1] = (this.starts[line] ?? 0) + text.length + BETWEEN.length;
  }

  /** Tells of each text that holds what is wanted, in order, with its owner's number. */
  forEachWith(wanted: string, tell: (text: string, owner: number) => void): void {
    let line = 0;
    for (let at = this.lines.indexOf(wanted); at >= 0; at = this.lines.indexOf(wanted, this.start(line))) {
      while (this.start(line + 1) <= at) line++;
      tell(this.lines.slice(this.start(line), this.start(line + 1) - BETWEEN.length), this.owners[line] ?? 0);
      line++;
    }
  }

  private start(line: number): number {
    return this.starts[line] ?? this.lines.length;
  }
}
