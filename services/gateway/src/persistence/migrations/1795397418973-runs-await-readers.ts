import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class RunsAwaitReaders1795397418973 implements MigrationInterface {
  readonly name = 'RunsAwaitReaders1795397418973';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "runs" ADD "begun_at" TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp()`,
    );
    await queryRunner.query(`UPDATE "runs" SET "begun_at" = "created_at"`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "runs" DROP COLUMN "begun_at"`);
  }
}
