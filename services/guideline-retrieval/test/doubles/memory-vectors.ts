import { byCosine } from '../../src/model/by-cosine';
import { type TextVector, type VectorStore } from '../../src/ports/vector-store';

/** Vectors in memory: passes the suite that those in Postgres pass. */
export class MemoryVectors implements VectorStore {
  private readonly kept = new Map<string, TextVector>();

  missing(model: string, textHashes: readonly string[]): Promise<readonly string[]> {
    return Promise.resolve(textHashes.filter((hash) => !this.kept.has(`${model} ${hash}`)));
  }

  save(model: string, vectors: readonly TextVector[]): Promise<void> {
    for (const vector of vectors) {
      const key = `${model} ${vector.textHash}`;
      if (!this.kept.has(key)) this.kept.set(key, vector);
    }
    return Promise.resolve();
  }

  nearest(model: string, to: readonly number[], textHashes: readonly string[]): Promise<readonly string[]> {
    const wanted = [...new Set(textHashes)].flatMap((hash) => this.kept.get(`${model} ${hash}`) ?? []);
    return Promise.resolve(
      byCosine(
        to,
        wanted.filter(({ vector }) => vector.length === to.length),
      ),
    );
  }
}
