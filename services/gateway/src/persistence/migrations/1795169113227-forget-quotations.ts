import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Retention of quotations in runs; an idempotency key is settled in the transaction that takes it. */
export class ForgetQuotations1795169113227 implements MigrationInterface {
  readonly name = 'ForgetQuotations1795169113227';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "idempotency_keys" DROP COLUMN "done_at"`);
    await queryRunner.query(`ALTER TABLE "runs" ADD "narrative_kept" boolean NOT NULL DEFAULT true`);
    await queryRunner.query(`ALTER TABLE "runs" ALTER COLUMN "narrative_kept" DROP DEFAULT`);
    await queryRunner.query(
      `CREATE INDEX "IDX_73f01330744b8b34f26e0a64e9" ON "runs"  ("narrative_kept", "created_at") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "gateway"."IDX_73f01330744b8b34f26e0a64e9"`);
    await queryRunner.query(`ALTER TABLE "runs" DROP COLUMN "narrative_kept"`);
    await queryRunner.query(`ALTER TABLE "idempotency_keys" ADD "done_at" TIMESTAMP WITH TIME ZONE`);
  }
}
