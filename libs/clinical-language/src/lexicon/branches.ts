/** Where words lead from a node. Most often one word goes on: it stands beside where it leads, and a map is made only for the second. */
export abstract class Branches<Node> {
  private key: string | undefined = undefined;
  private child: Node | undefined = undefined;
  private more: Map<string, Node> | undefined = undefined;

  get isLeaf(): boolean {
    return this.child === undefined;
  }

  at(key: string): Node | undefined {
    return this.key === key ? this.child : this.more?.get(key);
  }

  set(key: string, child: Node): void {
    if (this.child === undefined || this.key === key) {
      this.key = key;
      this.child = child;
    } else (this.more ??= new Map()).set(key, child);
  }

  *children(): Generator<readonly [key: string, child: Node]> {
    if (this.key === undefined || this.child === undefined) return;
    yield [this.key, this.child];
    if (this.more !== undefined) yield* this.more;
  }
}
