import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddGrades1795371174326 implements MigrationInterface {
  readonly name = 'AddGrades1795371174326';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "grade_columns" ("link_id" uuid NOT NULL, "url" text NOT NULL, CONSTRAINT "PK_a4e4753e066ff85405dd63b0557" PRIMARY KEY ("link_id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "grades" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "platform_id" uuid NOT NULL, "link_id" uuid NOT NULL, "learner_id" uuid NOT NULL, "version" integer NOT NULL, "score" double precision NOT NULL, "activity_progress" text NOT NULL, "grading_progress" text NOT NULL, "stamp" TIMESTAMP WITH TIME ZONE NOT NULL, "state" text NOT NULL, "tries" integer NOT NULL, "unsure" boolean NOT NULL, "sent_twice" boolean NOT NULL, "cause" text, "status" integer, "next_try_at" TIMESTAMP WITH TIME ZONE, "delivered_at" TIMESTAMP WITH TIME ZONE, "epoch" integer NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_4740fb6f5df2505a48649f1687b" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_e7a52ef0e8dce464949f92ee46" ON "grades"  ("platform_id", "state", "stamp") `,
    );
    await queryRunner.query(`CREATE INDEX "IDX_d7db5af258f608821c6fcfcffb" ON "grades"  ("learner_id") `);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_271ce15e64522116b666a720be" ON "grades"  ("link_id", "learner_id", "version") `,
    );
    await queryRunner.query(
      `CREATE TABLE "pending_erasures" ("learner_id" uuid NOT NULL, "tenant_id" text NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_1223aa3132d49e62f3e732aff9a" PRIMARY KEY ("learner_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_b38e808b259f2d1000124c4bcb" ON "pending_erasures"  ("asked_at") `,
    );
    await queryRunner.query(
      `CREATE TABLE "platform_lanes" ("platform_id" uuid NOT NULL, "failures" integer NOT NULL, "paused_until" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_5925106fccb996665f350300581" PRIMARY KEY ("platform_id"))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "platform_lanes"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_b38e808b259f2d1000124c4bcb"`);
    await queryRunner.query(`DROP TABLE "pending_erasures"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_271ce15e64522116b666a720be"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_d7db5af258f608821c6fcfcffb"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_e7a52ef0e8dce464949f92ee46"`);
    await queryRunner.query(`DROP TABLE "grades"`);
    await queryRunner.query(`DROP TABLE "grade_columns"`);
  }
}
