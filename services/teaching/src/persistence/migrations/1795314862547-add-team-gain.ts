import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddTeamGain1795314862547 implements MigrationInterface {
  readonly name = 'AddTeamGain1795314862547';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "tallies" ADD "team_gain" jsonb`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "tallies" DROP COLUMN "team_gain"`);
  }
}
