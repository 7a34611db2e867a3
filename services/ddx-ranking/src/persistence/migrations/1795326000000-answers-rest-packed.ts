import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Postgres need not try to compress what is deflated. */
export class AnswersRestPacked1795326000000 implements MigrationInterface {
  readonly name = 'AnswersRestPacked1795326000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "rankings" ALTER COLUMN "answer" DROP NOT NULL`);
    await queryRunner.query(`ALTER TABLE "rankings" ADD "packed_answer" bytea`);
    await queryRunner.query(`ALTER TABLE "rankings" ALTER COLUMN "packed_answer" SET STORAGE EXTERNAL`);
  }

  /** Fails where an answer rests packed only: an older version could not read it. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "rankings" ALTER COLUMN "answer" SET NOT NULL`);
    await queryRunner.query(`ALTER TABLE "rankings" DROP COLUMN "packed_answer"`);
  }
}
