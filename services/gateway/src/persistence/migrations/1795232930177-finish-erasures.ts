import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Erasures that are not done can be found and sent again; those of the past that were never finished, too. */
export class FinishErasures1795232930177 implements MigrationInterface {
  readonly name = 'FinishErasures1795232930177';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "cases" ADD "erasure_epoch" integer NOT NULL DEFAULT '0'`);
    await queryRunner.query(`ALTER TABLE "cases" ADD "erasure_seen_at" TIMESTAMP WITH TIME ZONE`);
    await queryRunner.query(
      `UPDATE "cases" SET "erasure_seen_at" = "erased_at" WHERE "erased_at" IS NOT NULL AND jsonb_array_length("erased_by") < 4`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_a3eda7364e0da5bd139877f66a" ON "cases"  ("erasure_seen_at") `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "gateway"."IDX_a3eda7364e0da5bd139877f66a"`);
    await queryRunner.query(`ALTER TABLE "cases" DROP COLUMN "erasure_seen_at"`);
    await queryRunner.query(`ALTER TABLE "cases" DROP COLUMN "erasure_epoch"`);
  }
}
