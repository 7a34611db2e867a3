import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Initial1795168181158 implements MigrationInterface {
  readonly name = 'Initial1795168181158';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "erased_cases" ("tenant_id" text NOT NULL, "case_id" uuid NOT NULL, "erased_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "PK_66a03d960f7e0d95bf59a0641e8" PRIMARY KEY ("tenant_id", "case_id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "checkpoints" ("size" integer NOT NULL, "root_hash" text NOT NULL, "note" text NOT NULL, CONSTRAINT "PK_7990a008df7b6cbb2e43d7f616b" PRIMARY KEY ("size"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "entries" ("index" integer NOT NULL, "run_id" uuid NOT NULL, "tenant_id" text NOT NULL, "case_id" uuid NOT NULL, "leaf_hash" text NOT NULL, "record" text, "salt" text, "appended_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "UQ_6e0c1c7a8c043294f016e6b7048" UNIQUE ("run_id"), CONSTRAINT "PK_d01cae25e091f15003a806b001d" PRIMARY KEY ("index"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_c2db4bd53e82f1bfd0e43c60e1" ON "entries"  ("tenant_id", "case_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "tree_head" ("id" integer NOT NULL, "size" integer NOT NULL, "subtrees" jsonb NOT NULL, CONSTRAINT "PK_f98ef91edfa9c115ac7b59fef09" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "tree_nodes" ("level" integer NOT NULL, "index" integer NOT NULL, "hash" text NOT NULL, CONSTRAINT "PK_9054f96b124d989011e3f02ccfb" PRIMARY KEY ("level", "index"))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "tree_nodes"`);
    await queryRunner.query(`DROP TABLE "tree_head"`);
    await queryRunner.query(`DROP INDEX "explanation_log"."IDX_c2db4bd53e82f1bfd0e43c60e1"`);
    await queryRunner.query(`DROP TABLE "entries"`);
    await queryRunner.query(`DROP TABLE "checkpoints"`);
    await queryRunner.query(`DROP TABLE "erased_cases"`);
  }
}
