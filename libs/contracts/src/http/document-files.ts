/** Largest file that is taken as a document, in bytes. */
export const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

/** The forms in which documents are taken. */
export const DOCUMENT_MEDIA_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/html',
  'text/markdown',
] as const;

const [PDF, WORD, HTML, MARKDOWN] = DOCUMENT_MEDIA_TYPES;
const BY_ENDING: Readonly<Record<string, (typeof DOCUMENT_MEDIA_TYPES)[number]>> = {
  '.pdf': PDF,
  '.docx': WORD,
  '.html': HTML,
  '.htm': HTML,
  '.md': MARKDOWN,
  '.markdown': MARKDOWN,
};

/** How the names of files end that are taken as documents. */
export const DOCUMENT_ENDINGS: readonly string[] = Object.keys(BY_ENDING);

/** What a file is by its name; undefined for a name that tells of nothing that is taken. */
export const documentTypeOf = (name: string): (typeof DOCUMENT_MEDIA_TYPES)[number] | undefined =>
  BY_ENDING[name.slice(name.lastIndexOf('.')).toLowerCase()];
