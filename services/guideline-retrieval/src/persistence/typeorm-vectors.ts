import { Inject, Injectable } from '@nestjs/common';
import { DATA_SOURCE } from '@openrounds/persistence';
import { type DataSource } from 'typeorm';
import { byCosine } from '../model/by-cosine';
import { type TextVector, type VectorStore } from '../ports/vector-store';

/** Vectors in Postgres; where pgvector is installed it ranks them, else they are fetched and ranked here. Both are exact. */
@Injectable()
export class TypeOrmVectors implements VectorStore {
  private pgvector: boolean | undefined;

  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async missing(model: string, textHashes: readonly string[]): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ hash: string }[]>(
      `SELECT hash FROM unnest($2::text[]) AS hash
        WHERE NOT EXISTS (SELECT FROM passage_vectors WHERE model = $1 AND text_hash = hash)`,
      [model, textHashes],
    );
    return rows.map(({ hash }) => hash);
  }

  async save(model: string, vectors: readonly TextVector[]): Promise<void> {
    if (vectors.length === 0) return;
    const rows = vectors.map((_each, at) => `($1, $${String(2 * at + 2)}, $${String(2 * at + 3)}::real[])`);
    await this.dataSource.query(
      `INSERT INTO passage_vectors (model, text_hash, vector) VALUES ${rows.join()} ON CONFLICT DO NOTHING`,
      [model, ...vectors.flatMap(({ textHash, vector }) => [textHash, Array.from(vector)])],
    );
  }

  async nearest(
    model: string,
    to: readonly number[],
    textHashes: readonly string[],
  ): Promise<readonly string[]> {
    const wanted =
      'FROM passage_vectors WHERE model = $1 AND text_hash = ANY($2) AND cardinality(vector) = $3';
    const values = [model, textHashes, to.length];
    if (await this.hasPgvector()) {
      const rows = await this.dataSource.query<{ textHash: string }[]>(
        `SELECT text_hash AS "textHash" ${wanted}
          ORDER BY vector::vector <=> $4::real[]::vector, text_hash COLLATE "C"`,
        [...values, to],
      );
      return rows.map(({ textHash }) => textHash);
    }
    const rows = await this.dataSource.query<{ textHash: string; sent: Buffer }[]>(
      `SELECT text_hash AS "textHash", array_send(vector) AS sent ${wanted}`,
      values,
    );
    return byCosine(
      to,
      rows.map(({ textHash, sent }) => ({ textHash, vector: asSent(sent) })),
    );
  }

  /** Asked once: an extension that is installed later is used after the next start. */
  private async hasPgvector(): Promise<boolean> {
    if (this.pgvector === undefined) {
      const [row] = await this.dataSource.query<{ there: boolean }[]>(
        `SELECT to_regtype('vector') IS NOT NULL AS there`,
      );
      this.pgvector = row?.there === true;
    }
    return this.pgvector;
  }
}

/** Before the elements: dimensions, flags, type, and of the one dimension its length and lower bound. */
const ARRAY_HEAD = 20;
/** Before each element its length. */
const ELEMENT_HEAD = 4;
const ELEMENT = ELEMENT_HEAD + 4;

/** A `real[]` in the binary form of Postgres: as text it would have to be read number by number. */
function asSent(sent: Buffer): Float32Array {
  const vector = new Float32Array((sent.length - ARRAY_HEAD) / ELEMENT);
  for (let at = 0; at < vector.length; at += 1)
    vector[at] = sent.readFloatBE(ARRAY_HEAD + at * ELEMENT + ELEMENT_HEAD);
  return vector;
}
