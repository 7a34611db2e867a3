import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The outbox of a service; put it into the list of the service's migrations. */
export class CreateOutbox1763596800000 implements MigrationInterface {
  readonly name = 'CreateOutbox1763596800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE "outbox" (
        "id" bigint GENERATED ALWAYS AS IDENTITY,
        "queue" text NOT NULL,
        "job" text NOT NULL,
        "job_id" text NOT NULL,
        "payload" jsonb,
        "created_at" timestamptz NOT NULL DEFAULT clock_timestamp(),
        "sent_at" timestamptz,
        "failed_at" timestamptz,
        "attempts" integer NOT NULL DEFAULT 0,
        CONSTRAINT "outbox_job" UNIQUE ("queue", "job_id"),
        CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
      )`);
    await queryRunner.query(`
      CREATE INDEX "outbox_unsent" ON "outbox" ("id") WHERE "sent_at" IS NULL AND "failed_at" IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "outbox"');
  }
}
