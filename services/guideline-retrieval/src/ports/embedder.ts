/** Nobody gives vectors at the moment, or none that can be used; the message names no text. */
export class EmbeddingsUnavailable extends Error {
  override readonly name = 'EmbeddingsUnavailable';
}

/** Makes vectors of texts: near ones mean near things. */
export interface Embedder {
  /** Vectors of different models do not compare. */
  readonly model: string;
  /**
   * A vector for each text, in their order; all of one length.
   *
   * @param patience - whether somebody waits for it
   * @throws EmbeddingsUnavailable
   */
  embed(texts: readonly string[], patience: 'asked' | 'job'): Promise<readonly (readonly number[])[]>;
}
/** Undefined where none is configured. */
export const EMBEDDER = Symbol('Embedder');
