import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddTutorSubjects1795382651487 implements MigrationInterface {
  readonly name = 'AddTutorSubjects1795382651487';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "gateway"."IDX_2b10687877f4ff014c4d6db985"`);
    await queryRunner.query(`ALTER TABLE "tutor_threads" ADD "about_kind" text NOT NULL DEFAULT 'run'`);
    await queryRunner.query(`ALTER TABLE "tutor_threads" RENAME COLUMN "run_id" TO "about_id"`);
    await queryRunner.query(`ALTER TABLE "tutor_threads" ADD "goes_with" uuid array NOT NULL DEFAULT '{}'`);
    await queryRunner.query(
      `CREATE INDEX "IDX_4cff229b91ccc418fe5e0a0f91" ON "tutor_threads"  ("tenant_id", "owner_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_b74e149a531eb8176a1e692d8d" ON "tutor_threads"  ("about_id") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "gateway"."IDX_b74e149a531eb8176a1e692d8d"`);
    await queryRunner.query(`DROP INDEX "gateway"."IDX_4cff229b91ccc418fe5e0a0f91"`);
    await queryRunner.query(`ALTER TABLE "tutor_threads" DROP COLUMN "goes_with"`);
    await queryRunner.query(
      `DELETE FROM "tutor_questions" WHERE "thread_id" IN (SELECT "id" FROM "tutor_threads" WHERE "about_kind" <> 'run')`,
    );
    await queryRunner.query(`DELETE FROM "tutor_threads" WHERE "about_kind" <> 'run'`);
    await queryRunner.query(`ALTER TABLE "tutor_threads" RENAME COLUMN "about_id" TO "run_id"`);
    await queryRunner.query(`ALTER TABLE "tutor_threads" DROP COLUMN "about_kind"`);
    await queryRunner.query(
      `CREATE INDEX "IDX_2b10687877f4ff014c4d6db985" ON "tutor_threads" USING btree ("run_id") `,
    );
  }
}
