import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class LlmAnswersAndUsage1795358652609 implements MigrationInterface {
  readonly name = 'LlmAnswersAndUsage1795358652609';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "llm_answer_cases" ("tenant_id" text NOT NULL, "case_id" uuid NOT NULL, "key" text NOT NULL, CONSTRAINT "PK_37b43cf7521971c479502eb1a0a" PRIMARY KEY ("tenant_id", "case_id", "key"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_b730dddb9114dcbc6a96d82b62" ON "llm_answer_cases"  ("tenant_id", "key") `,
    );
    await queryRunner.query(
      `CREATE TABLE "llm_answers" ("tenant_id" text NOT NULL, "key" text NOT NULL, "kept_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answer" jsonb NOT NULL, CONSTRAINT "PK_5d45779e025a560978fb25cec4e" PRIMARY KEY ("tenant_id", "key"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_79a843100be64dd7ce574a55aa" ON "llm_answers"  ("kept_at") `);
    await queryRunner.query(
      `CREATE TABLE "llm_usage" ("day" date NOT NULL, "tenant_id" text NOT NULL, "user_id" text NOT NULL, "tokens" bigint NOT NULL, CONSTRAINT "PK_6ced7773d99ca0c00c851657f0f" PRIMARY KEY ("day", "tenant_id", "user_id"))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "llm_usage"`);
    await queryRunner.query(`DROP INDEX "ddx_ranking"."IDX_79a843100be64dd7ce574a55aa"`);
    await queryRunner.query(`DROP TABLE "llm_answers"`);
    await queryRunner.query(`DROP INDEX "ddx_ranking"."IDX_b730dddb9114dcbc6a96d82b62"`);
    await queryRunner.query(`DROP TABLE "llm_answer_cases"`);
  }
}
