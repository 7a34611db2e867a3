import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddTutor1795370691974 implements MigrationInterface {
  readonly name = 'AddTutor1795370691974';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "tutor_questions" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "thread_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "completed_at" TIMESTAMP WITH TIME ZONE, "question" jsonb NOT NULL, "evidence" jsonb NOT NULL, "said" jsonb, "fault" text, CONSTRAINT "PK_e7f7e5cd60e9fb833edad3c26db" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_f7fd73cd63d2451a2bc404eca8" ON "tutor_questions"  ("thread_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "tutor_threads" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "run_id" uuid NOT NULL, "owner_kind" text NOT NULL, "owner_id" text NOT NULL, "language" text NOT NULL, "socratic" boolean NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_09f12b0d3e9f91d888bd964a9b1" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_8b3dd8334265e580615424b8c6" ON "tutor_threads"  ("created_at") `,
    );
    await queryRunner.query(`CREATE INDEX "IDX_2b10687877f4ff014c4d6db985" ON "tutor_threads"  ("run_id") `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "gateway"."IDX_2b10687877f4ff014c4d6db985"`);
    await queryRunner.query(`DROP INDEX "gateway"."IDX_8b3dd8334265e580615424b8c6"`);
    await queryRunner.query(`DROP TABLE "tutor_threads"`);
    await queryRunner.query(`DROP INDEX "gateway"."IDX_f7fd73cd63d2451a2bc404eca8"`);
    await queryRunner.query(`DROP TABLE "tutor_questions"`);
  }
}
