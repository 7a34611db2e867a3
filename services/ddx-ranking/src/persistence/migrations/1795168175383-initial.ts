import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Initial1795168175383 implements MigrationInterface {
  readonly name = 'Initial1795168175383';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "erased_cases" ("tenant_id" text NOT NULL, "case_id" uuid NOT NULL, "erased_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "PK_66a03d960f7e0d95bf59a0641e8" PRIMARY KEY ("tenant_id", "case_id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "rankings" ("run_id" uuid NOT NULL, "tenant_id" text NOT NULL, "case_id" uuid NOT NULL, "ranked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "versions" jsonb NOT NULL, "options" jsonb NOT NULL, "facts" jsonb NOT NULL, "answer" jsonb NOT NULL, CONSTRAINT "PK_a6150c8c627d5713e6cf771e18e" PRIMARY KEY ("run_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_d16cdeab4c1ad08bf083d4b0ab" ON "rankings"  ("tenant_id", "case_id") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ddx_ranking"."IDX_d16cdeab4c1ad08bf083d4b0ab"`);
    await queryRunner.query(`DROP TABLE "rankings"`);
    await queryRunner.query(`DROP TABLE "erased_cases"`);
  }
}
