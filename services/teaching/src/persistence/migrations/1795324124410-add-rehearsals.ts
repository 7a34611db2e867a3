import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddRehearsals1795324124410 implements MigrationInterface {
  readonly name = 'AddRehearsals1795324124410';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "rooms" ADD "rehearsal" boolean NOT NULL DEFAULT false`);
    await queryRunner.query(
      `CREATE INDEX "rooms_rehearsing" ON "rooms"  ("room_id") WHERE "rehearsal" AND "ended_at" IS NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "teaching"."rooms_rehearsing"`);
    await queryRunner.query(`ALTER TABLE "rooms" DROP COLUMN "rehearsal"`);
  }
}
