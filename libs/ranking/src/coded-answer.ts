import { type CodedAnswer } from '@openrounds/contracts';
import { type EngineAnswer } from '@openrounds/ddx-engine';

/** What the contract calls an answer, but for the scores, which are worked out beside it. */
type Contract = Omit<CodedAnswer, 'scores'>;

/** The engine's answers are read-only; what comes out of JSON is anybody's own. */
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/** Every key of a type, as a path; the parameters of reasons are open. */
type Keys<T> = T extends readonly (infer Item)[]
  ? Keys<Item>
  : T extends object
    ? {
        [K in keyof T & string]: K | (K extends 'params' ? never : `${K}.${Keys<NonNullable<T[K]>>}`);
      }[keyof T & string]
    : never;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Does not compile when engine and contract have not the same keys: both declare what an answer is. */
type Declared = Same<Keys<EngineAnswer>, Keys<Contract>>;

/** The engine's answer as the contract names it: the same value, and it compiles only while the two are the same. */
export const asCoded = (answer: Declared extends true ? EngineAnswer : never): Omit<CodedAnswer, 'scores'> =>
  answer satisfies unknown as Mutable<EngineAnswer>;
