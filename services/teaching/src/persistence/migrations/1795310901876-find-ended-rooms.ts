import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class FindEndedRooms1795310901876 implements MigrationInterface {
  readonly name = 'FindEndedRooms1795310901876';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX "IDX_81be67cd397e1aadedfc90c51d" ON "rooms"  ("code", "ended_at") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "teaching"."IDX_81be67cd397e1aadedfc90c51d"`);
  }
}
