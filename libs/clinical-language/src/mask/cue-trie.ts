import { type Token } from '../model/token';
import { tokenise } from '../normalise/tokens';
import { normalise } from '../normalise/normalise';

/** Most nodes end a phrase and lead nowhere: what is not needed is not made. */
interface Node<T> {
  next?: Map<string, Node<T>>;
  values?: T[];
}

/** Phrases by their tokens, for finding all that begin at a token; a phrase is short, so a text costs O(length). */
export class CueTrie<T> {
  private readonly root: Node<T> = {};

  add(phrase: string, value: T): void {
    let at: Node<T> = this.root;
    for (const { text } of tokenise(normalise(phrase))) {
      at.next ??= new Map();
      let next = at.next.get(text);
      if (next === undefined) at.next.set(text, (next = {}));
      at = next;
    }
    (at.values ??= []).push(value);
  }

  /** Calls back with each value whose phrase begins at a token, and the token behind it. */
  at(tokens: readonly Token[], from: number, found: (value: T, to: number) => void): void {
    let at: Node<T> | undefined = this.root;
    for (let to = from; at !== undefined; to += 1) {
      if (at.values !== undefined) for (const value of at.values) found(value, to);
      at = at.next?.get(tokens[to]?.text ?? '');
    }
  }
}
