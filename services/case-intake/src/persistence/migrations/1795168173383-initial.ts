import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Initial1795168173383 implements MigrationInterface {
  readonly name = 'Initial1795168173383';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "erased_cases" ("tenant_id" text NOT NULL, "case_id" uuid NOT NULL, "erased_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "PK_66a03d960f7e0d95bf59a0641e8" PRIMARY KEY ("tenant_id", "case_id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "case_versions" ("case_id" uuid NOT NULL, "version" integer NOT NULL, "tenant_id" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "content" jsonb NOT NULL, "masked" jsonb NOT NULL, "narrative_kept" boolean NOT NULL, CONSTRAINT "PK_7b196cd52350a9a4ac8601d95df" PRIMARY KEY ("case_id", "version"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_e1aa37baa896ad781cb6a3733c" ON "case_versions"  ("narrative_kept", "created_at") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_94887aa7410b880c5788d65954" ON "case_versions"  ("tenant_id", "case_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "intake_results" ("run_id" uuid NOT NULL, "tenant_id" text NOT NULL, "case_id" uuid NOT NULL, "case_version" integer NOT NULL, "coded_case" jsonb NOT NULL, "facts" jsonb NOT NULL, "understood" jsonb NOT NULL, CONSTRAINT "PK_5efa27fdea440a502c9500613f3" PRIMARY KEY ("run_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_242dcc7ed8bc611039e77907b3" ON "intake_results"  ("tenant_id", "case_id") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "case_intake"."IDX_242dcc7ed8bc611039e77907b3"`);
    await queryRunner.query(`DROP TABLE "intake_results"`);
    await queryRunner.query(`DROP INDEX "case_intake"."IDX_94887aa7410b880c5788d65954"`);
    await queryRunner.query(`DROP INDEX "case_intake"."IDX_e1aa37baa896ad781cb6a3733c"`);
    await queryRunner.query(`DROP TABLE "case_versions"`);
    await queryRunner.query(`DROP TABLE "erased_cases"`);
  }
}
