/**
 * Which findings of a family a disease links, as a path in a tree: one node for each pattern that occurs. What the
 * rules of is-a and of groups make of a case depends on the pattern alone, so that it is worked out once for all
 * diseases that share it.
 */
export class LinkPattern<T> {
  private readonly longer: (LinkPattern<T> | undefined)[] = [];
  private worked: T | undefined;

  /** @param slots the findings linked, as positions in the list of findings that matter; ascending */
  constructor(
    readonly slots: readonly number[],
    private readonly workOut: (slots: readonly number[]) => T,
  ) {}

  /** The pattern with one more finding, which comes after those already in it. */
  with(slot: number): LinkPattern<T> {
    return (this.longer[slot] ??= new LinkPattern([...this.slots, slot], this.workOut));
  }

  /** What holds for every disease of this pattern. */
  get meaning(): T {
    return (this.worked ??= this.workOut(this.slots));
  }
}
