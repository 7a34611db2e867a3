import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddPassageVectors1795430179733 implements MigrationInterface {
  readonly name = 'AddPassageVectors1795430179733';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "passage_vectors" ("model" text NOT NULL, "text_hash" text NOT NULL, "vector" real array NOT NULL, CONSTRAINT "PK_1736e5486b7287c397661f1f0a6" PRIMARY KEY ("model", "text_hash"))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "passage_vectors"`);
  }
}
