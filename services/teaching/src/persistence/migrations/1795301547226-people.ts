import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class People1795301547226 implements MigrationInterface {
  readonly name = 'People1795301547226';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "class_staff" ("class_id" uuid NOT NULL, "subject" text NOT NULL, "tenant_id" text NOT NULL, "role" text NOT NULL, CONSTRAINT "PK_de0714958b7b1f5067136b132d6" PRIMARY KEY ("class_id", "subject"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_5e190378a3786457f9e8732bc2" ON "class_staff"  ("tenant_id", "subject") `,
    );
    await queryRunner.query(
      `CREATE TABLE "classes" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "name" jsonb NOT NULL, "join_code" text, "settings" jsonb NOT NULL, "archived_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_e207aa15404e9b2ce35910f9f7f" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_14f3ad560188f1babcbd3e746a" ON "classes"  ("join_code") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_7795bee023cc51d60531526f4b" ON "classes"  ("tenant_id", "id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "consents" ("person_id" uuid NOT NULL, "purpose" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "tenant_id" text NOT NULL, "granted" boolean NOT NULL, "text_version" integer NOT NULL, CONSTRAINT "PK_563aff1d43ae0f2cf7ddbcbfca4" PRIMARY KEY ("person_id", "purpose", "at"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "erased_learners" ("tenant_id" text NOT NULL, "hash" text NOT NULL, "erased_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_199ddb4d23eb75ac3000815031b" PRIMARY KEY ("tenant_id", "hash"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_ee1023035777a33b6153ba8258" ON "erased_learners"  ("erased_at") `,
    );
    await queryRunner.query(
      `CREATE TABLE "learners" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "subject" text, "pseudonym" text NOT NULL, "name" jsonb, "join_key_hash" text, "resume_hash" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_3e7273fda51b35b9c8e4f096d91" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_dca3c052943c282259c589c339" ON "learners"  ("join_key_hash") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_3b636fec5eff49409da16bd8b5" ON "learners"  ("resume_hash") `,
    );
    await queryRunner.query(`CREATE INDEX "IDX_bc39b88ee1ccc9ca0a55355c46" ON "learners"  ("last_seen_at") `);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_c5295625da1445b81cbaeb1d1e" ON "learners"  ("tenant_id", "subject") `,
    );
    await queryRunner.query(
      `CREATE TABLE "memberships" ("class_id" uuid NOT NULL, "learner_id" uuid NOT NULL, "tenant_id" text NOT NULL, "team_no" integer, "joined_at" TIMESTAMP WITH TIME ZONE NOT NULL, "left_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_6c2b3230884d836d646a0cd4ccb" PRIMARY KEY ("class_id", "learner_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_e5bf9866ed6ae1cdec6aae0693" ON "memberships"  ("learner_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_7bedc4cc4f4a75e8d49a14157f" ON "participants"  ("tenant_id", "subject") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "teaching"."IDX_7bedc4cc4f4a75e8d49a14157f"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_e5bf9866ed6ae1cdec6aae0693"`);
    await queryRunner.query(`DROP TABLE "memberships"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_c5295625da1445b81cbaeb1d1e"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_bc39b88ee1ccc9ca0a55355c46"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_3b636fec5eff49409da16bd8b5"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_dca3c052943c282259c589c339"`);
    await queryRunner.query(`DROP TABLE "learners"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_ee1023035777a33b6153ba8258"`);
    await queryRunner.query(`DROP TABLE "erased_learners"`);
    await queryRunner.query(`DROP TABLE "consents"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_7795bee023cc51d60531526f4b"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_14f3ad560188f1babcbd3e746a"`);
    await queryRunner.query(`DROP TABLE "classes"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_5e190378a3786457f9e8732bc2"`);
    await queryRunner.query(`DROP TABLE "class_staff"`);
  }
}
