import { createHash } from 'node:crypto';
import { type LlmExchange } from '@openrounds/contracts';
import canonicalize from 'canonicalize';
import { type LlmReply } from '../ports/language-model';
import { type Role } from '../ports/role';

/**
 * What was asked of a language model and what it answered, as hashes, for the record of what they led to. A kept answer is
 * told like a fresh one: it is the answer that was used.
 */
export const exchangeOf = <I, O>(
  role: Role<I, O>,
  input: I,
  { model, promptVersion, raw }: Pick<LlmReply<O>, 'model' | 'promptVersion' | 'raw'>,
): LlmExchange => {
  const { system, user } = role.prompt(input);
  return {
    role: role.name,
    model,
    promptVersion,
    request: hashOf({ system, user }),
    answer: hashOf(raw),
  };
};

/** Not `canonicalHash`: what a model writes may hold half a surrogate pair, and is hashed all the same. */
const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? 'null', 'utf8')
    .digest('hex');
