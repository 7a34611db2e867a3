import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Notes are made anew whenever they are asked for (ADR 0035): what is stored and never read could change unnoticed. */
export class RootsWithoutNotes1795500000000 implements MigrationInterface {
  readonly name = 'RootsWithoutNotes1795500000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "checkpoints" DROP COLUMN "note"');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "checkpoints" ADD "note" text NOT NULL DEFAULT ''`);
    await queryRunner.query('ALTER TABLE "checkpoints" ALTER COLUMN "note" DROP DEFAULT');
  }
}
