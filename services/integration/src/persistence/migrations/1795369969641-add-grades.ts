import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddGrades1795369969641 implements MigrationInterface {
  readonly name = 'AddGrades1795369969641';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "grades" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "link_id" uuid NOT NULL, "learner_id" uuid NOT NULL, "version" integer NOT NULL, "score" double precision NOT NULL, "activity_progress" text NOT NULL, "grading_progress" text NOT NULL, "submitted_at" TIMESTAMP WITH TIME ZONE NOT NULL, "stamp" TIMESTAMP WITH TIME ZONE NOT NULL, "state" text NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_4740fb6f5df2505a48649f1687b" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_7450d922571008854535e3a6a1" ON "grades"  ("state") `);
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
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "integration"."IDX_b38e808b259f2d1000124c4bcb"`);
    await queryRunner.query(`DROP TABLE "pending_erasures"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_271ce15e64522116b666a720be"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_d7db5af258f608821c6fcfcffb"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_7450d922571008854535e3a6a1"`);
    await queryRunner.query(`DROP TABLE "grades"`);
  }
}
