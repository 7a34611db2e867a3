import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Retention of a run's quotations counts from when the case was given, not from when the run was made. */
export class TextGivenAt1795232930178 implements MigrationInterface {
  readonly name = 'TextGivenAt1795232930178';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "runs" ADD "text_given_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp()`,
    );
    await queryRunner.query(
      `UPDATE "runs" SET "text_given_at" = c."created_at" FROM "cases" c WHERE c."id" = "runs"."case_id"`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_8f368dc69514cb3a8d35e03ba3" ON "runs"  ("narrative_kept", "text_given_at") `,
    );
    await queryRunner.query(`DROP INDEX "gateway"."IDX_73f01330744b8b34f26e0a64e9"`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX "IDX_73f01330744b8b34f26e0a64e9" ON "runs"  ("narrative_kept", "created_at") `,
    );
    await queryRunner.query(`DROP INDEX "gateway"."IDX_8f368dc69514cb3a8d35e03ba3"`);
    await queryRunner.query(`ALTER TABLE "runs" DROP COLUMN "text_given_at"`);
  }
}
