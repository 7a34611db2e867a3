import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Initial1795290774093 implements MigrationInterface {
  readonly name = 'Initial1795290774093';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "erased_cases" ("tenant_id" text NOT NULL, "case_id" uuid NOT NULL, "erased_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "PK_66a03d960f7e0d95bf59a0641e8" PRIMARY KEY ("tenant_id", "case_id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "case_forecasts" ("id" text NOT NULL, "tenant_id" text NOT NULL, "content_hash" text NOT NULL, "stage_no" integer NOT NULL, "epoch" integer NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE NOT NULL, "packed" bytea, "rejected" text, CONSTRAINT "PK_3ce6117234a4632af8324465a29" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_ac09eba1d702afeb620263e05e" ON "case_forecasts"  ("used_at") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_89b54a3bb243a24137c7d7f7d2" ON "case_forecasts"  ("tenant_id", "content_hash") `,
    );
    await queryRunner.query(
      `CREATE TABLE "case_reviews" ("case_id" uuid NOT NULL, "version" integer NOT NULL, "reviewer" text NOT NULL, "tenant_id" text NOT NULL, "verdict" text NOT NULL, "comment" jsonb, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_de21553cf8a87cc0f726023967f" PRIMARY KEY ("case_id", "version", "reviewer"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "case_versions" ("case_id" uuid NOT NULL, "version" integer NOT NULL, "tenant_id" text NOT NULL, "content_hash" text NOT NULL, "body" jsonb NOT NULL, "card" jsonb NOT NULL, "origin" text NOT NULL, "made_by" text NOT NULL, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, "masked" integer NOT NULL, "change_id" text, CONSTRAINT "PK_7b196cd52350a9a4ac8601d95df" PRIMARY KEY ("case_id", "version"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_aefaeeb02c0fa2551794243bb1" ON "case_versions"  ("tenant_id", "content_hash") `,
    );
    await queryRunner.query(
      `CREATE TABLE "teaching_cases" ("case_id" uuid NOT NULL, "tenant_id" text NOT NULL, "owner_subject" text NOT NULL, "state" text NOT NULL, "newest_version" integer NOT NULL, "published_version" integer, CONSTRAINT "PK_df8fdb2a3548a797c53ec8dfe41" PRIMARY KEY ("case_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_092067ba36fc3528809ac3b04e" ON "teaching_cases"  ("tenant_id", "case_id") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "teaching"."IDX_092067ba36fc3528809ac3b04e"`);
    await queryRunner.query(`DROP TABLE "teaching_cases"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_aefaeeb02c0fa2551794243bb1"`);
    await queryRunner.query(`DROP TABLE "case_versions"`);
    await queryRunner.query(`DROP TABLE "case_reviews"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_89b54a3bb243a24137c7d7f7d2"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_ac09eba1d702afeb620263e05e"`);
    await queryRunner.query(`DROP TABLE "case_forecasts"`);
    await queryRunner.query(`DROP TABLE "erased_cases"`);
  }
}
