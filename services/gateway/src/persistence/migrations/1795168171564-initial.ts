import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Initial1795168171564 implements MigrationInterface {
  readonly name = 'Initial1795168171564';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "api_keys" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "name" text NOT NULL, "role" text NOT NULL, "sha256" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "UQ_9550ea048788cd5b8df02a81bca" UNIQUE ("sha256"), CONSTRAINT "PK_5c8a79801b44bd27b79228e1dad" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_63391bb25a8c6e1c50de701375" ON "api_keys"  ("tenant_id", "id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "cases" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "language" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "erased_at" TIMESTAMP WITH TIME ZONE, "erased_by" jsonb NOT NULL, CONSTRAINT "PK_264acb3048c240fb89aa34626db" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_a74d62277c1e85aa386ba1f2d8" ON "cases"  ("tenant_id", "id") `);
    await queryRunner.query(
      `CREATE TABLE "idempotency_keys" ("tenant_id" text NOT NULL, "subject" text NOT NULL, "key" text NOT NULL, "operation" text NOT NULL, "body_hash" text NOT NULL, "resource_id" uuid NOT NULL, "answer" jsonb, "done_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_db73d91ee92c91ca778990ce89b" PRIMARY KEY ("tenant_id", "subject", "key"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_4e02379d797bca3496a100e341" ON "idempotency_keys"  ("resource_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_5e72f040fdc5efc8eef52a388c" ON "idempotency_keys"  ("created_at") `,
    );
    await queryRunner.query(
      `CREATE TABLE "run_events" ("run_id" uuid NOT NULL, "sequence" integer NOT NULL, "type" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_13d4e585ebddd13487abeacc4b6" PRIMARY KEY ("run_id", "sequence"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_41779d5a93f8aff8bba077a7e7" ON "run_events"  ("at") `);
    await queryRunner.query(
      `CREATE TABLE "runs" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "subject" text NOT NULL, "status" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "progressed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "completed_at" TIMESTAMP WITH TIME ZONE, "case_id" uuid NOT NULL, "case_version" integer, "epoch" integer NOT NULL, "request_id" text NOT NULL, "traceparent" text, "versions" jsonb NOT NULL, "options" jsonb NOT NULL, "input" jsonb, "understood" jsonb, "answer" jsonb, "guidelines" jsonb, "llm" jsonb, "degraded" jsonb NOT NULL, "log_entry" jsonb, "problem" jsonb, CONSTRAINT "PK_46d6a1e257c38ba58f1a3c30836" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_21e7f40235d8dbfb1e07c5d80a" ON "runs"  ("status", "progressed_at") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_dc49f9277a2edb293dce8f9412" ON "runs"  ("tenant_id", "case_id") `,
    );
    await queryRunner.query(`CREATE INDEX "IDX_a1c0446bdb2470e9eb5c59d8f3" ON "runs"  ("tenant_id", "id") `);
    await queryRunner.query(
      `CREATE TABLE "sessions" ("sha256" text NOT NULL, "tenant_id" text NOT NULL, "subject" text NOT NULL, "role" text NOT NULL, "csrf_token" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_9f70acaf0782d86735fc9cf8a2f" PRIMARY KEY ("sha256"))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "sessions"`);
    await queryRunner.query(`DROP INDEX "gateway"."IDX_a1c0446bdb2470e9eb5c59d8f3"`);
    await queryRunner.query(`DROP INDEX "gateway"."IDX_dc49f9277a2edb293dce8f9412"`);
    await queryRunner.query(`DROP INDEX "gateway"."IDX_21e7f40235d8dbfb1e07c5d80a"`);
    await queryRunner.query(`DROP TABLE "runs"`);
    await queryRunner.query(`DROP INDEX "gateway"."IDX_41779d5a93f8aff8bba077a7e7"`);
    await queryRunner.query(`DROP TABLE "run_events"`);
    await queryRunner.query(`DROP INDEX "gateway"."IDX_5e72f040fdc5efc8eef52a388c"`);
    await queryRunner.query(`DROP INDEX "gateway"."IDX_4e02379d797bca3496a100e341"`);
    await queryRunner.query(`DROP TABLE "idempotency_keys"`);
    await queryRunner.query(`DROP INDEX "gateway"."IDX_a74d62277c1e85aa386ba1f2d8"`);
    await queryRunner.query(`DROP TABLE "cases"`);
    await queryRunner.query(`DROP INDEX "gateway"."IDX_63391bb25a8c6e1c50de701375"`);
    await queryRunner.query(`DROP TABLE "api_keys"`);
  }
}
