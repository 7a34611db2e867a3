import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddAssignments1795359578477 implements MigrationInterface {
  readonly name = 'AddAssignments1795359578477';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "assignments" ("assignment_id" uuid NOT NULL, "tenant_id" text NOT NULL, "owner_subject" text NOT NULL, "class_id" uuid, "case_id" uuid NOT NULL, "case_version" integer NOT NULL, "content_hash" text NOT NULL, "versions" jsonb NOT NULL, "mode" text NOT NULL, "stages" integer NOT NULL, "attempts" integer, "scored" jsonb NOT NULL, "opens_at" TIMESTAMP WITH TIME ZONE, "closes_at" TIMESTAMP WITH TIME ZONE, "released_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "body" jsonb, "card" jsonb NOT NULL, CONSTRAINT "PK_d6c1d70f2bb5464c5b3a5269bb9" PRIMARY KEY ("assignment_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_f6a7532009bab1bfc00ca46d9a" ON "assignments"  ("created_at") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_3d7d1b29688d4d324fd01fdc8f" ON "assignments"  ("tenant_id", "class_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_fee3dff9ae9542e5a9955a4f06" ON "assignments"  ("tenant_id", "case_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_d06c8a20956a873d4fd2b8de36" ON "assignments"  ("tenant_id", "assignment_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "attempt_steps" ("attempt_id" uuid NOT NULL, "position" integer NOT NULL, "tenant_id" text NOT NULL, "body" jsonb NOT NULL, "text" jsonb, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_76f409d9b367822380e5ef3e836" PRIMARY KEY ("attempt_id", "position"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "attempt_steps_with_text" ON "attempt_steps"  ("at") WHERE "text" IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE TABLE "attempts" ("attempt_id" uuid NOT NULL, "tenant_id" text NOT NULL, "assignment_id" uuid NOT NULL, "learner_id" uuid NOT NULL, "context_id" uuid NOT NULL, "number" integer NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_a7ad5f24328733b22dd228c79dd" PRIMARY KEY ("attempt_id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_54d258f1bb377045b5d9a478c4" ON "attempts"  ("learner_id") `);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_d16b9259aeb5b582014a14c372" ON "attempts"  ("assignment_id", "context_id", "learner_id", "number") `,
    );
    await queryRunner.query(`ALTER TABLE "learners" ADD "launched" boolean NOT NULL DEFAULT false`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "learners" DROP COLUMN "launched"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_d16b9259aeb5b582014a14c372"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_54d258f1bb377045b5d9a478c4"`);
    await queryRunner.query(`DROP TABLE "attempts"`);
    await queryRunner.query(`DROP INDEX "teaching"."attempt_steps_with_text"`);
    await queryRunner.query(`DROP TABLE "attempt_steps"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_d06c8a20956a873d4fd2b8de36"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_fee3dff9ae9542e5a9955a4f06"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_3d7d1b29688d4d324fd01fdc8f"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_f6a7532009bab1bfc00ca46d9a"`);
    await queryRunner.query(`DROP TABLE "assignments"`);
  }
}
