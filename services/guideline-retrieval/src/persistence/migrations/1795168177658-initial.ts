import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Initial1795168177658 implements MigrationInterface {
  readonly name = 'Initial1795168177658';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "erased_cases" ("tenant_id" text NOT NULL, "case_id" uuid NOT NULL, "erased_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "PK_66a03d960f7e0d95bf59a0641e8" PRIMARY KEY ("tenant_id", "case_id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "retrievals" ("run_id" uuid NOT NULL, "tenant_id" text NOT NULL, "case_id" uuid NOT NULL, "retrieved_at" TIMESTAMP WITH TIME ZONE NOT NULL, "result" jsonb NOT NULL, CONSTRAINT "PK_bc0ec61105de403876abc40a6f9" PRIMARY KEY ("run_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_297b28e8868db74e15b0132461" ON "retrievals"  ("tenant_id", "case_id") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "guideline_retrieval"."IDX_297b28e8868db74e15b0132461"`);
    await queryRunner.query(`DROP TABLE "retrievals"`);
    await queryRunner.query(`DROP TABLE "erased_cases"`);
  }
}
