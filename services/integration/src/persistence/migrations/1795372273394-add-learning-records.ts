import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddLearningRecords1795372273394 implements MigrationInterface {
  readonly name = 'AddLearningRecords1795372273394';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "cmi5_sessions" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "connection_id" uuid NOT NULL, "assignment_id" uuid NOT NULL, "link_id" uuid NOT NULL, "learner_id" uuid NOT NULL, "attempt_id" uuid NOT NULL, "endpoint" text NOT NULL, "registration" uuid NOT NULL, "activity_id" text NOT NULL, "launch_mode" text NOT NULL, "mastery_score" double precision, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, "said" jsonb NOT NULL, "ticket_hash" text, "ticket_expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "token" jsonb, CONSTRAINT "PK_39f9d21cc2476d9c7fb20b984f2" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_6d92ea56d5136a921f736314a1" ON "cmi5_sessions"  ("ticket_hash") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_85fdcae720d4200095c2fa3a06" ON "cmi5_sessions"  ("ended_at", "last_seen_at") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_23935b7b7d56c0c158a45bb55a" ON "cmi5_sessions"  ("learner_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_2c5defa55f0da6e3d0c3da435e" ON "cmi5_sessions"  ("link_id", "learner_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "lrs_connections" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "name" text NOT NULL, "endpoint" text NOT NULL, "fetch_origins" text array NOT NULL, "hosts" text array NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_c0c675905b573ddf289dbbb63a8" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_ba7792389438d0a04984c4c9c4" ON "lrs_connections"  ("tenant_id", "id") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_83014b66c5c66a2fa4a36c641a" ON "lrs_connections"  ("tenant_id", "endpoint") `,
    );
    await queryRunner.query(
      `CREATE TABLE "statements" ("id" uuid NOT NULL, "statement_id" uuid NOT NULL, "tenant_id" text NOT NULL, "session_id" uuid NOT NULL, "position" integer NOT NULL, "verb" text NOT NULL, "body" jsonb, "state" text NOT NULL, "cause" text, "status" integer, "tries" integer NOT NULL, "epoch" integer NOT NULL, "next_try_at" TIMESTAMP WITH TIME ZONE, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_7f53bcddeb706df7ea7eec10b8d" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_38231a9bc366b4441c1be8be9c" ON "statements"  ("statement_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_dafc9946768410c5a63aaa0073" ON "statements"  ("state", "next_try_at") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_3b3895f21dd2bae5eff35adf71" ON "statements"  ("tenant_id", "state") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_7eadc05ceeb0104683e7281bb8" ON "statements"  ("session_id", "position") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "integration"."IDX_7eadc05ceeb0104683e7281bb8"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_3b3895f21dd2bae5eff35adf71"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_dafc9946768410c5a63aaa0073"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_38231a9bc366b4441c1be8be9c"`);
    await queryRunner.query(`DROP TABLE "statements"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_83014b66c5c66a2fa4a36c641a"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_ba7792389438d0a04984c4c9c4"`);
    await queryRunner.query(`DROP TABLE "lrs_connections"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_2c5defa55f0da6e3d0c3da435e"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_23935b7b7d56c0c158a45bb55a"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_85fdcae720d4200095c2fa3a06"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_6d92ea56d5136a921f736314a1"`);
    await queryRunner.query(`DROP TABLE "cmi5_sessions"`);
  }
}
