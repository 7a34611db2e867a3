import { type operations } from '../schema.js';
import { type Brought } from './answer.js';
import { type ServerEvent } from './events.js';
import { type OPERATIONS } from './operations.js';

/** The id of an operation. */
export type Id = keyof operations & keyof typeof OPERATIONS;

export interface Facts {
  readonly method: string;
  readonly path: string;
  readonly as: Brought;
  readonly doneOnce?: true;
  readonly mediaType?: string;
  readonly answersToo?: readonly number[];
}

/** What an operation takes in one place (`path`, `query`, `header`): needed where a part of it is. */
type In<I extends Id, Place extends 'path' | 'query' | 'header'> =
  operations[I]['parameters'] extends Record<Place, infer Needed>
    ? { [P in Place]: Needed }
    : operations[I]['parameters'] extends Partial<Record<Place, infer Optional>>
      ? { [P in Place]?: Exclude<Optional, undefined> }
      : unknown;

type BodyOf<I extends Id> = operations[I] extends { requestBody: { content: infer Content } }
  ? { body: Content[keyof Content] } & (IsOne<keyof Content> extends true
      ? unknown
      : { mediaType?: keyof Content })
  : unknown;

type IsOne<T, All = T> = T extends unknown ? ([All] extends [T] ? true : false) : never;

/** What is said to an operation. */
export type Init<I extends Id> = In<I, 'path'> &
  In<I, 'query'> &
  In<I, 'header'> &
  BodyOf<I> & { signal?: AbortSignal };

type ContentOf<Response> = Response extends { content: infer Content } ? Content[keyof Content] : never;
type Success<I extends Id> = {
  [Status in keyof operations[I]['responses']]: Status extends 200 | 201 | 202
    ? ContentOf<operations[I]['responses'][Status]>
    : never;
}[keyof operations[I]['responses']];

interface ByKind {
  nothing: undefined;
  bytes: Uint8Array;
  events: AsyncGenerator<ServerEvent>;
}

/** What the success of an operation brings. */
export type Answer<I extends Id> = (typeof OPERATIONS)[I]['as'] extends keyof ByKind
  ? ByKind[(typeof OPERATIONS)[I]['as']]
  : Success<I>;

type NeedsNothing<I extends Id> = Record<never, never> extends Init<I> ? true : false;

/** A method for each operation; what it takes may be left out where nothing of it is needed. */
export type Methods = {
  readonly [I in Id]: NeedsNothing<I> extends true
    ? (init?: Init<I>) => Promise<Answer<I>>
    : (init: Init<I>) => Promise<Answer<I>>;
};
