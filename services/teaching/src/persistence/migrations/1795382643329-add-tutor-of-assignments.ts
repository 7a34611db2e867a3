import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddTutorOfAssignments1795382643329 implements MigrationInterface {
  readonly name = 'AddTutorOfAssignments1795382643329';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "assignments" ADD "tutor" text NOT NULL DEFAULT 'off'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "assignments" DROP COLUMN "tutor"`);
  }
}
