export {
  DOCUMENT_MEDIA_TYPES,
  type DocumentMediaType,
  type DocumentPassage,
  type Unreadable,
  UnreadableDocument,
} from './document';
export { MOST_PASSAGES, readDocument, type ReadDocument } from './read-document';
export { languageOf } from './split/language';
