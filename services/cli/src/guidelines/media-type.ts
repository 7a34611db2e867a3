import { basename } from 'node:path';
import { DOCUMENT_ENDINGS, documentTypeOf, type DocumentMediaType } from '@openrounds/contracts';
import { UnusableArgument } from '../surroundings';

/** What a file is by its name. @throws UnusableArgument for a name that tells of nothing that is taken */
export function mediaTypeOf(file: string): DocumentMediaType {
  const mediaType = documentTypeOf(basename(file));
  if (mediaType !== undefined) return mediaType;
  throw new UnusableArgument(`${file}: a document ends in one of ${DOCUMENT_ENDINGS.join(', ')}`);
}
