import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class SessionsIdle1795428849149 implements MigrationInterface {
  readonly name = 'SessionsIdle1795428849149';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "sessions" ADD "idle_at" TIMESTAMP WITH TIME ZONE`);
    await queryRunner.query(`UPDATE "sessions" SET "idle_at" = "expires_at"`);
    await queryRunner.query(`ALTER TABLE "sessions" ALTER COLUMN "idle_at" SET NOT NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "sessions" DROP COLUMN "idle_at"`);
  }
}
