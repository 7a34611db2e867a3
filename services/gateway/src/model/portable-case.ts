import { MAX_IMPORTED_CASES, PortableCase, type FieldError } from '@openrounds/contracts';
import { canonicalHash, canonicalJson } from '@openrounds/transparency-log';
import { parseAllDocuments, stringify } from 'yaml';
import { fieldErrors } from './field-errors';

/** How a file of cases was sent. */
export type CaseFile =
  | { readonly form: 'json'; readonly value: unknown }
  | { readonly form: 'json-lines' | 'yaml'; readonly text: string };

/** One case of a file, by its line or place, counted from 1; or why it is none. */
export type ReadCase = { readonly line: number } & (
  | { readonly portable: PortableCase }
  | { readonly refusal: 'not-readable' | 'hash-mismatch' | 'too-many' }
  | { readonly error: Pick<FieldError, 'pointer' | 'message'> }
);

type Entry = { readonly line: number } & ({ readonly value: unknown } | { readonly unreadable: true });

/** Reads the cases of a file one by one: what is wrong with one keeps no other out. */
export function readCases(file: CaseFile): ReadCase[] {
  const entries = entriesOf(file);
  const taken = entries.slice(0, MAX_IMPORTED_CASES).map(readCase);
  const [beyond] = entries.slice(MAX_IMPORTED_CASES);
  return beyond === undefined ? taken : [...taken, { line: beyond.line, refusal: 'too-many' }];
}

function entriesOf(file: CaseFile): Entry[] {
  switch (file.form) {
    case 'json':
      return (Array.isArray(file.value) ? file.value : [file.value]).map((value: unknown, place) => ({
        line: place + 1,
        value,
      }));
    case 'json-lines':
      return file.text
        .split('\n')
        .map((text, place) => ({ line: place + 1, text }))
        .filter(({ text }) => text.trim() !== '')
        .map(({ line, text }) => readable(line, () => JSON.parse(text)));
    case 'yaml':
      return yamlEntries(file.text);
  }
}

function yamlEntries(text: string): Entry[] {
  try {
    const documents = parseAllDocuments(text);
    return [...documents].map((document, place) =>
      readable(place + 1, () => {
        const [error] = document.errors;
        if (error !== undefined) throw error;
        // No case needs an alias, and a few of them unfold to more than a memory holds.
        return document.toJS({ maxAliasCount: 0 });
      }),
    );
  } catch {
    return [{ line: 1, unreadable: true }];
  }
}

function readable(line: number, read: () => unknown): Entry {
  try {
    return { line, value: read() };
  } catch {
    return { line, unreadable: true };
  }
}

function readCase(entry: Entry): ReadCase {
  const { line } = entry;
  if ('unreadable' in entry) return { line, refusal: 'not-readable' };
  const read = PortableCase.safeParse(entry.value);
  if (!read.success) {
    const [{ pointer, message } = { pointer: '', message: 'not a case' }] = fieldErrors(read.error.issues);
    return { line, error: { pointer, message } };
  }
  return canonicalHash(read.data.body) === read.data.contentHash
    ? { line, portable: read.data }
    : { line, refusal: 'hash-mismatch' };
}

/** A case as a file: canonical JSON (RFC 8785), or the same as YAML. */
export const writeCase = (portable: PortableCase, as: 'json' | 'yaml'): string =>
  as === 'json' ? canonicalJson(portable) : stringify(portable, { aliasDuplicateObjects: false });
