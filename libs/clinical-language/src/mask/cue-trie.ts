import { type Token } from '../model/token';
import { tokenise } from '../normalise/tokens';
import { normalise } from '../normalise/normalise';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}
const node = <T>(): Node<T> => ({ next: new Map(), values: [] });

/** Phrases by their tokens, for finding all that begin at a token; a phrase is short, so a text costs O(length). */
export class CueTrie<T> {
  private readonly root = node<T>();

  add(phrase: string, value: T): void {
    let at = this.root;
    for (const { text } of tokenise(normalise(phrase))) {
      let next = at.next.get(text);
      if (next === undefined) at.next.set(text, (next = node<T>()));
      at = next;
    }
    at.values.push(value);
  }

  /** Calls back with each value whose phrase begins at a token, and the token behind it. */
  at(tokens: readonly Token[], from: number, found: (value: T, to: number) => void): void {
    let at: Node<T> | undefined = this.root;
    for (let to = from; at !== undefined; to += 1) {
      for (const value of at.values) found(value, to);
      at = at.next.get(tokens[to]?.text ?? '');
    }
  }
}
