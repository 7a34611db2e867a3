/** The forms in which documents are taken. */
export type DocumentMediaType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'text/html'
  | 'text/markdown';

/** A heading or a paragraph, in the order of the document. */
export interface Block {
  /** 1 is the highest heading; undefined for what is no heading. */
  readonly level?: number;
  readonly text: string;
  /** From 1; only of what has pages. */
  readonly page?: number;
}

/** What a reader makes of a file. */
export interface Blocks {
  readonly blocks: readonly Block[];
  /** What the file itself gives as its title. */
  readonly title?: string;
  /** Only of what has pages. */
  readonly pages?: number;
}

/** A stretch of a document that is found and shown as one. */
export interface DocumentPassage {
  /** The headings above it, the highest first; empty before the first heading. */
  readonly section: string;
  /** Where it begins, from 1; only of what has pages. */
  readonly page?: number;
  readonly text: string;
}

/** Why a document cannot be taken. */
export type Unreadable =
  | 'damaged'
  | 'encrypted'
  | 'no-text'
  | 'not-utf8'
  | 'too-long'
  | 'too-many-pages'
  | 'unpacks-too-large'
  | 'wrong-type';

/** A file that is not taken, with the reason. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
  constructor(readonly reason: Unreadable) {
    super(`the document cannot be taken: ${reason}`);
  }
}
