import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class PackedAnswers1795231246129 implements MigrationInterface {
  readonly name = 'PackedAnswers1795231246129';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "rankings" ADD "packed" bytea`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "rankings" DROP COLUMN "packed"`);
  }
}
