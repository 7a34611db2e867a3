import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CasesExpire1795371221592 implements MigrationInterface {
  readonly name = 'CasesExpire1795371221592';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "cases" ADD "expires_at" TIMESTAMP WITH TIME ZONE`);
    await queryRunner.query(
      `CREATE INDEX "IDX_c978cbf597bb0df59af09f12e0" ON "cases"  ("expires_at") WHERE expires_at IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "gateway"."IDX_c978cbf597bb0df59af09f12e0"`);
    await queryRunner.query(`ALTER TABLE "cases" DROP COLUMN "expires_at"`);
  }
}
