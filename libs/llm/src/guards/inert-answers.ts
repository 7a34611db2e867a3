import { type LanguageModel } from '../ports/language-model';
import { LlmFault } from '../ports/llm-fault';
import { type Role } from '../ports/role';
import { type ActiveKind, ActiveText } from './active-text';

/** Told of each part of an answer that was left out. */
export type OnDropped = (role: string, kind: ActiveKind) => void;

/**
 * Lets through only mere words: an entry of a list that holds a link, markup, hidden signs, a citation or a piece of the
 * instructions is left out before the role reads the answer; an answer that holds one elsewhere is `unusable-answer`. To be put around all that keeps
 * answers, so that a kept one is looked at again.
 */
export function withInertAnswers(
  model: LanguageModel,
  onDropped: OnDropped = () => undefined,
): LanguageModel {
  return {
    model: model.model,
    format: model.format,
    ask: (role, input, call) => model.ask(guarded(role, onDropped), input, call),
  };
}

const guarded = <I, O>(role: Role<I, O>, onDropped: OnDropped): Role<I, O> => ({
  ...role,
  read: (raw, input) => {
    const sieve = new Sieve(new ActiveText(role.prompt(input).system), (kind) => {
      onDropped(role.name, kind);
    });
    return role.read(sieve.inert(raw), input);
  },
});

class Sieve {
  constructor(
    private readonly active: ActiveText,
    private readonly dropped: (kind: ActiveKind) => void,
  ) {}

  /** @throws LlmFault `unusable-answer` where something active stands outside a list. */
  inert(value: unknown): unknown {
    if (Array.isArray(value))
      return value.filter((entry) => this.passes(entry)).map((each) => this.inert(each));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.inert(each)]));
    }
    if (typeof value === 'string' && !this.passes(value)) throw new LlmFault('unusable-answer');
    return value;
  }

  private passes(entry: unknown): boolean {
    const kind = this.kindIn(entry);
    if (kind !== undefined) this.dropped(kind);
    return kind === undefined;
  }

  /** What is active in an entry itself; the lists within it are sieved by themselves. */
  private kindIn(value: unknown): ActiveKind | undefined {
    if (typeof value === 'string') return this.active.kindOf(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    for (const each of Object.values(value)) {
      const kind = this.kindIn(each);
      if (kind !== undefined) return kind;
    }
    return undefined;
  }
}
