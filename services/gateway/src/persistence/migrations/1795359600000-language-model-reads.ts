import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a language model read is kept with its run; an institution decides whether one may. */
export class LanguageModelReads1795359600000 implements MigrationInterface {
  readonly name = 'LanguageModelReads1795359600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "runs" ADD "reading" jsonb`);
    await queryRunner.query(`ALTER TABLE "runs" ADD "may_be_read" boolean NOT NULL DEFAULT false`);
    await queryRunner.query(
      `CREATE TABLE "tenant_settings" ("tenant_id" text NOT NULL, "language_model" jsonb NOT NULL, "changed_by" text NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_a6abc1c3ed0df635955fc852f1c" PRIMARY KEY ("tenant_id"))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "tenant_settings"`);
    await queryRunner.query(`ALTER TABLE "runs" DROP COLUMN "may_be_read"`);
    await queryRunner.query(`ALTER TABLE "runs" DROP COLUMN "reading"`);
  }
}
