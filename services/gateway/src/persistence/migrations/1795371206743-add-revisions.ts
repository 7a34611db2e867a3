import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddRevisions1795371206743 implements MigrationInterface {
  readonly name = 'AddRevisions1795371206743';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "runs" ADD "may_be_merged" boolean NOT NULL DEFAULT false`);
    await queryRunner.query(`ALTER TABLE "runs" ADD "revision" jsonb`);
    await queryRunner.query(`ALTER TABLE "runs" ADD "revised_by" uuid`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "runs" DROP COLUMN "revised_by"`);
    await queryRunner.query(`ALTER TABLE "runs" DROP COLUMN "revision"`);
    await queryRunner.query(`ALTER TABLE "runs" DROP COLUMN "may_be_merged"`);
  }
}
