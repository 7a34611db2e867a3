import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Launches1795370545970 implements MigrationInterface {
  readonly name = 'Launches1795370545970';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "deployments" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "platform_id" uuid NOT NULL, "deployment_id" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "accepted_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_1e5627acb3c950deb83fe98fc48" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_aa1580c4c6ec46adc8c17469f6" ON "deployments"  ("tenant_id", "id") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_e9e6932236918ec824b4819b46" ON "deployments"  ("platform_id", "deployment_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "launches" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "platform_id" uuid NOT NULL, "state_hash" text NOT NULL, "nonce_hash" text NOT NULL, "secret_hash" text NOT NULL, "login" jsonb NOT NULL, "begun_at" TIMESTAMP WITH TIME ZONE NOT NULL, "spent_at" TIMESTAMP WITH TIME ZONE, "said" jsonb, "chooses" boolean NOT NULL DEFAULT false, "tries" integer NOT NULL DEFAULT '0', "proved_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_70fec2baf57301db60068f44035" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_086700cffdfde13643e2eb5c00" ON "launches"  ("begun_at") `);
    await queryRunner.query(
      `CREATE TABLE "launch_problems" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "platform_id" uuid NOT NULL, "code" text NOT NULL, "cause" text NOT NULL, "claim" text, "key_id" text, "clock_seconds" integer, "request_id" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_d3859b9d4f4af14d76d4a6f9af0" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_3af64cbd7e622108a5b6bc5401" ON "launch_problems"  ("at") `);
    await queryRunner.query(
      `CREATE INDEX "IDX_ed56d5f98195e9bbd36f7f5c6f" ON "launch_problems"  ("tenant_id", "id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "learners" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "issuer" text NOT NULL, "subject_hash" text NOT NULL, "subject" jsonb NOT NULL, "test_user" boolean NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_launch_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_3e7273fda51b35b9c8e4f096d91" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_58f67ad402b85c56f90cec7bfa" ON "learners"  ("last_launch_at") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_54f8dfa49d778185c2b78b8bd5" ON "learners"  ("tenant_id", "issuer") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_289807d0f1fb7d3253144d396a" ON "learners"  ("tenant_id", "subject_hash") `,
    );
    await queryRunner.query(
      `CREATE TABLE "links" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "deployment_id" uuid NOT NULL, "context_id" text NOT NULL, "resource_link_id" text NOT NULL, "kind" text NOT NULL, "resource_id" uuid NOT NULL, "line_item_url" text, "line_items_url" text, "grade_scopes" text array NOT NULL, "roster_url" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_launch_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_ecf17f4a741d3c5ba0b4c5ab4b6" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_ae658f31dde5c23e89f63bd70f" ON "links"  ("tenant_id", "resource_id") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_a82a0721f75f972f25da68f987" ON "links"  ("deployment_id", "context_id", "resource_link_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "registration_links" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "code_hash" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_08c3b2b77de8419b7dce0bb4b1f" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_32e8a0931b6a2ef7af270cea4c" ON "registration_links"  ("code_hash") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_9f4870451cb66f0207d4a0e342" ON "registration_links"  ("expires_at") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_3a7c0692904cb078da35d709dc" ON "registration_links"  ("tenant_id", "id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "tickets" ("sha256" text NOT NULL, "tenant_id" text NOT NULL, "launch_id" uuid NOT NULL, "learner_id" uuid NOT NULL, "role" text NOT NULL, "link_id" uuid, "reviewed_id" uuid, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_cf79c915971c88022073ea976aa" PRIMARY KEY ("sha256"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_9ce26bcc4332107826ce5edd53" ON "tickets"  ("expires_at") `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "integration"."IDX_9ce26bcc4332107826ce5edd53"`);
    await queryRunner.query(`DROP TABLE "tickets"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_3a7c0692904cb078da35d709dc"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_9f4870451cb66f0207d4a0e342"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_32e8a0931b6a2ef7af270cea4c"`);
    await queryRunner.query(`DROP TABLE "registration_links"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_a82a0721f75f972f25da68f987"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_ae658f31dde5c23e89f63bd70f"`);
    await queryRunner.query(`DROP TABLE "links"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_289807d0f1fb7d3253144d396a"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_54f8dfa49d778185c2b78b8bd5"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_58f67ad402b85c56f90cec7bfa"`);
    await queryRunner.query(`DROP TABLE "learners"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_ed56d5f98195e9bbd36f7f5c6f"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_3af64cbd7e622108a5b6bc5401"`);
    await queryRunner.query(`DROP TABLE "launch_problems"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_086700cffdfde13643e2eb5c00"`);
    await queryRunner.query(`DROP TABLE "launches"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_e9e6932236918ec824b4819b46"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_aa1580c4c6ec46adc8c17469f6"`);
    await queryRunner.query(`DROP TABLE "deployments"`);
  }
}
