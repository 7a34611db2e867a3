/** The vector of a text, which is known by its hash. */
export interface TextVector {
  readonly textHash: string;
  readonly vector: ArrayLike<number>;
}

/** Vectors by model and text, whoever's text it is: the same text has the same vector, and nobody finds a text by it. */
export interface VectorStore {
  /** Those of the texts that have no vector yet. */
  missing(model: string, textHashes: readonly string[]): Promise<readonly string[]>;
  /** Keeps vectors; one that is there stays. */
  save(model: string, vectors: readonly TextVector[]): Promise<void>;
  /** The texts that have a vector as long as this one, the nearest by cosine first; ties by hash. */
  nearest(model: string, to: readonly number[], textHashes: readonly string[]): Promise<readonly string[]>;
}
export const VECTOR_STORE = Symbol('VectorStore');
