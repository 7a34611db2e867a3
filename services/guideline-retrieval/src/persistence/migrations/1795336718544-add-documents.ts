import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddDocuments1795336718544 implements MigrationInterface {
  readonly name = 'AddDocuments1795336718544';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "document_passages" ("document_id" uuid NOT NULL, "place" integer NOT NULL, "tenant_id" text NOT NULL, "section" text NOT NULL, "page" integer, "text" text NOT NULL, "sha256" text NOT NULL, CONSTRAINT "PK_8c9e0ba8a31f5ab777921da2499" PRIMARY KEY ("document_id", "place"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "documents" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "sha256" text NOT NULL, "title" text NOT NULL, "publisher" text NOT NULL, "year" integer NOT NULL, "region" text NOT NULL, "language" text NOT NULL, "licence" text NOT NULL, "source" text NOT NULL, "media_type" text NOT NULL, "bytes" integer NOT NULL, "pages" integer, "passages" integer NOT NULL, "supersedes" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "completed_at" TIMESTAMP WITH TIME ZONE, "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_ac51aa5181ee2036f5ca482857c" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_2efcfeb374053f8461d40c55c5" ON "documents"  ("tenant_id", "id") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_2ff2b5ea765fa56601f1c1cd0c" ON "documents"  ("tenant_id", "sha256") WHERE withdrawn_at IS NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "guideline_retrieval"."IDX_2ff2b5ea765fa56601f1c1cd0c"`);
    await queryRunner.query(`DROP INDEX "guideline_retrieval"."IDX_2efcfeb374053f8461d40c55c5"`);
    await queryRunner.query(`DROP TABLE "documents"`);
    await queryRunner.query(`DROP TABLE "document_passages"`);
  }
}
