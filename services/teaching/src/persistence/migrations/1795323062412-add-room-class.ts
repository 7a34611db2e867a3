import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddRoomClass1795323062412 implements MigrationInterface {
  readonly name = 'AddRoomClass1795323062412';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "rooms" ADD "class_id" uuid`);
    await queryRunner.query(
      `CREATE INDEX "IDX_749a18cb1b9f4f59e9178c21f3" ON "rooms"  ("tenant_id", "class_id") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "teaching"."IDX_749a18cb1b9f4f59e9178c21f3"`);
    await queryRunner.query(`ALTER TABLE "rooms" DROP COLUMN "class_id"`);
  }
}
