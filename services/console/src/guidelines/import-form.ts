import {
  DOCUMENT_ENDINGS,
  documentTypeOf,
  MAX_DOCUMENT_BYTES,
} from '../../../../libs/contracts/src/http/document-files';
import type { ImportGuideline, Language } from '../api/types';
import type { FieldFault } from '../passages/fault-words';
import { regionOf } from '../passages/passage-search';

/** What is said of the files of one import, as it is typed. */
export interface ImportForm {
  readonly licence: string;
  readonly source: string;
  readonly year: string;
  /** Of a single file, as is `supersedes`. */
  readonly title: string;
  readonly publisher: string;
  readonly region: string;
  readonly language: Language | '';
  readonly supersedes: string;
}

export const EMPTY_FORM: ImportForm = {
  licence: '',
  source: '',
  year: '',
  title: '',
  publisher: '',
  region: '',
  language: '',
  supersedes: '',
};

/** Endings of names, as the `accept` of HTML. */
export const ACCEPTED = DOCUMENT_ENDINGS.join();

const fault = (pointer: string, code: string): FieldFault => ({ pointer, code, message: code });

/** What keeps a form from being sent at all: nothing of a large file is sent in vain. */
export function faultsBefore(form: ImportForm, files: number): FieldFault[] {
  return [
    ...(files === 0 ? [fault('/content', 'no-file')] : []),
    ...(['licence', 'source'] as const)
      .filter((name) => form[name].trim() === '')
      .map((name) => fault(`/${name}`, 'too-small')),
    ...(/^\d{4}$/.test(form.year.trim()) ? [] : [fault('/year', 'invalid-format')]),
  ];
}

/** Why a file cannot be sent; undefined where it can. */
export function faultOfFile({ name, size }: Pick<File, 'name' | 'size'>): FieldFault | undefined {
  if (documentTypeOf(name) === undefined) return fault('/mediaType', 'wrong-type');
  return size > MAX_DOCUMENT_BYTES ? fault('/content', 'too-large') : undefined;
}

const OF_FILE = ['/content', '/mediaType', '/title', '/supersedes'];
const OF_SINGLE_FILE = ['/title', '/supersedes'];

/** Whether a refusal is about one file, so that others may still be taken. */
export const isOfFile = ({ pointer }: FieldFault): boolean => OF_FILE.includes(pointer);

/** What of a refusal is said at the fields of the form. @param single - whether there is one file only */
export const faultsOfForm = (faults: readonly FieldFault[], single: boolean): FieldFault[] =>
  faults.filter((each) => !isOfFile(each) || (single && OF_SINGLE_FILE.includes(each.pointer)));

/**
 * What is sent for a file.
 *
 * @param content - of the file, in base64
 * @param single - whether title and predecessor are said of it: they are of a single file
 */
export function bodyOf(form: ImportForm, name: string, content: string, single: boolean): ImportGuideline {
  const [title, publisher, region] = [form.title.trim(), form.publisher.trim(), regionOf(form.region)];
  return {
    mediaType: documentTypeOf(name) ?? 'application/pdf',
    content,
    licence: form.licence.trim(),
    source: form.source.trim(),
    year: Number(form.year),
    ...(publisher !== '' && { publisher }),
    ...(region !== '' && { region }),
    ...(form.language !== '' && { language: form.language }),
    ...(single && title !== '' && { title }),
    ...(single && form.supersedes !== '' && { supersedes: form.supersedes }),
  };
}
