export {
  type DocumentMediaType,
  type DocumentPassage,
  type Unreadable,
  UnreadableDocument,
} from './document';
export { readDocument, type ReadDocument } from './read-document';
