import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Postgres need not try to compress what is deflated. */
export class AnswersRestPacked1795326000001 implements MigrationInterface {
  readonly name = 'AnswersRestPacked1795326000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "runs" ADD "packed_answer" bytea`);
    await queryRunner.query(`ALTER TABLE "runs" ADD "leading_disease" jsonb`);
    await queryRunner.query(`ALTER TABLE "runs" ALTER COLUMN "packed_answer" SET STORAGE EXTERNAL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "runs" DROP COLUMN "leading_disease"`);
    await queryRunner.query(`ALTER TABLE "runs" DROP COLUMN "packed_answer"`);
  }
}
