import { extname } from 'node:path';
import { type DocumentMediaType } from '@openrounds/contracts';
import { UnusableArgument } from '../surroundings';

const BY_ENDING: Readonly<Record<string, DocumentMediaType>> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
};

/** What a file is by its name. @throws UnusableArgument for a name that tells of nothing that is taken */
export function mediaTypeOf(file: string): DocumentMediaType {
  const mediaType = BY_ENDING[extname(file).toLowerCase()];
  if (mediaType !== undefined) return mediaType;
  const endings = Object.keys(BY_ENDING).join(', ');
  throw new UnusableArgument(`${file}: a document ends in one of ${endings}`);
}
