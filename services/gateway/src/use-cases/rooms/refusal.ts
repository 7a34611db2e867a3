import { DomainError, type JoinRoomResult } from '@openrounds/contracts';

type Refused = Extract<JoinRoomResult['joins'][number], { ok: false }>;

/** What is wrong with a field of an answer, by the codes of `libs/learning`. */
const MESSAGES: Readonly<Record<string, string>> = {
  'wrong-kind': 'this question asks for an answer of another kind',
  'too-few': 'more are needed',
  'too-many': 'fewer are needed',
  'not-whole': 'must be a whole number',
  'too-small': 'must be at least 1',
  'sum-not-100': 'all points, those of Other among them, must sum to 100',
  repeated: 'stands here twice',
  unknown: 'is not known here',
  missing: 'is missing',
  blank: 'must say something',
  'too-long': 'is too long',
};

/** A fault of an answer in words. */
export const inWords = <T extends { readonly code: string }>(error: T): T & { message: string } => ({
  ...error,
  message: MESSAGES[error.code] ?? 'is not valid',
});

/** What somebody in a batch is told whose part of it was refused. */
export const refusalOf = ({ code, errors }: Refused): DomainError =>
  new DomainError(code, undefined, errors.map(inWords));
