import canonicalize from 'canonicalize';

/** `JSON.stringify` writes a lone surrogate as an escape; RFC 8785 (section 3.2.2.2) forbids it. */
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/;

/**
 * The one byte-exact JSON text of a value (RFC 8785, JSON Canonicalization Scheme): the same content always
 * hashes to the same leaf, whatever the order of its keys.
 *
 * @throws TypeError for what has no canonical form: NaN, infinities, `undefined`, functions, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  const text = serialise(value);
  if (text === undefined) throw new TypeError('a value without a JSON form cannot be logged');
  if (text.includes('\\ud') && LONE_SURROGATE.test(text))
    throw new TypeError('a lone surrogate has no canonical form');
  return text;
}

function serialise(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch (cause) {
    throw new TypeError('a value without a JSON form cannot be logged', { cause });
  }
}
