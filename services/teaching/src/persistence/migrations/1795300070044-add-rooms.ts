import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddRooms1795300070044 implements MigrationInterface {
  readonly name = 'AddRooms1795300070044';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "clocks" ("id" integer NOT NULL, "ticked_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_6d0ea9761dab0136878c6ddffee" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "participants" ("participant_id" uuid NOT NULL, "tenant_id" text NOT NULL, "room_id" uuid NOT NULL, "number" integer NOT NULL, "join_key_hash" text NOT NULL, "resume_hash" text NOT NULL, "subject" text, "language" text NOT NULL, "name" jsonb, "joined_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_21c0dc46f025572c6b99626b9eb" PRIMARY KEY ("participant_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_93cadb4d7cafce07897e789b4f" ON "participants"  ("room_id", "resume_hash") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_8e8ee44c9cdbc4aec6caf72064" ON "participants"  ("room_id", "join_key_hash") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_f44b98c792d8da973a0867a6bc" ON "participants"  ("room_id", "number") `,
    );
    await queryRunner.query(
      `CREATE TABLE "results" ("round_id" uuid NOT NULL, "attempt" integer NOT NULL, "participant_id" uuid NOT NULL, "room_id" uuid NOT NULL, "score_version" integer NOT NULL, "log_score" double precision, "brier" double precision, "right" boolean, "key_points" integer, CONSTRAINT "PK_3b18cc8cfe5d35bba2be9db98fb" PRIMARY KEY ("round_id", "attempt", "participant_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_9b09ac481d887f85243220496b" ON "results"  ("room_id", "participant_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "rooms" ("room_id" uuid NOT NULL, "tenant_id" text NOT NULL, "code" text NOT NULL, "owner_subject" text NOT NULL, "case_id" uuid NOT NULL, "case_version" integer NOT NULL, "content_hash" text NOT NULL, "state" text NOT NULL, "room" jsonb NOT NULL, "versions" jsonb NOT NULL, "planted" jsonb NOT NULL, "words" jsonb, "body" jsonb, "card" jsonb, "key_hash" text NOT NULL, "key_salt" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "next_timer_at" TIMESTAMP WITH TIME ZONE, "ended_at" TIMESTAMP WITH TIME ZONE, "released_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_a54158a6ef7c66aaa81e7aa2421" PRIMARY KEY ("room_id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_1358f55b177975001ca5f290a3" ON "rooms"  ("ended_at") `);
    await queryRunner.query(`CREATE INDEX "IDX_b8411bc978199236b9632f1594" ON "rooms"  ("next_timer_at") `);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "rooms_code_in_use" ON "rooms"  ("code") WHERE "ended_at" IS NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_ec285e23fc6907f2fec092bb49" ON "rooms"  ("tenant_id", "case_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_47f9b34d0314d7f101a57939e6" ON "rooms"  ("tenant_id", "room_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "room_events" ("room_id" uuid NOT NULL, "seq" integer NOT NULL, "type" text NOT NULL, "actor" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "data" jsonb NOT NULL, CONSTRAINT "PK_72e8eed22716ee926a297089042" PRIMARY KEY ("room_id", "seq"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "submissions" ("round_id" uuid NOT NULL, "attempt" integer NOT NULL, "participant_id" uuid NOT NULL, "tenant_id" text NOT NULL, "room_id" uuid NOT NULL, "number" integer NOT NULL, "revision" integer NOT NULL, "answer" jsonb NOT NULL, "text" jsonb, "committed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, "late" boolean NOT NULL, CONSTRAINT "PK_9a42f840b7879241ac816ae4720" PRIMARY KEY ("round_id", "attempt", "participant_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_520885c95fed3e373eed1d791f" ON "submissions"  ("room_id", "participant_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "tallies" ("round_id" uuid NOT NULL, "attempt" integer NOT NULL, "room_id" uuid NOT NULL, "seq" integer NOT NULL, "answered" integer NOT NULL, "late" integer NOT NULL, "body" jsonb, "final" boolean NOT NULL, CONSTRAINT "PK_042040a437c12734d8753fe86a8" PRIMARY KEY ("round_id", "attempt"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_1515c1f6626d49119f926d6485" ON "tallies"  ("room_id") `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "teaching"."IDX_1515c1f6626d49119f926d6485"`);
    await queryRunner.query(`DROP TABLE "tallies"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_520885c95fed3e373eed1d791f"`);
    await queryRunner.query(`DROP TABLE "submissions"`);
    await queryRunner.query(`DROP TABLE "room_events"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_47f9b34d0314d7f101a57939e6"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_ec285e23fc6907f2fec092bb49"`);
    await queryRunner.query(`DROP INDEX "teaching"."rooms_code_in_use"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_b8411bc978199236b9632f1594"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_1358f55b177975001ca5f290a3"`);
    await queryRunner.query(`DROP TABLE "rooms"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_9b09ac481d887f85243220496b"`);
    await queryRunner.query(`DROP TABLE "results"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_f44b98c792d8da973a0867a6bc"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_8e8ee44c9cdbc4aec6caf72064"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_93cadb4d7cafce07897e789b4f"`);
    await queryRunner.query(`DROP TABLE "participants"`);
    await queryRunner.query(`DROP TABLE "clocks"`);
  }
}
