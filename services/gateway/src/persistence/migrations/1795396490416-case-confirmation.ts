import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CaseConfirmation1795396490416 implements MigrationInterface {
  readonly name = 'CaseConfirmation1795396490416';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "cases" ADD "confirmation" text`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "cases" DROP COLUMN "confirmation"`);
  }
}
