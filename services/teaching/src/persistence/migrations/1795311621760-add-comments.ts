import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddComments1795311621760 implements MigrationInterface {
  readonly name = 'AddComments1795311621760';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "comments" ("comment_id" uuid NOT NULL, "tenant_id" text NOT NULL, "room_id" uuid NOT NULL, "number" integer NOT NULL, "participant_id" uuid, "author" integer, "text" jsonb NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_eb0d76f2ca45d66a7de04c7c72b" PRIMARY KEY ("comment_id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_326703f6892d9125196b4032f2" ON "comments"  ("at") `);
    await queryRunner.query(
      `CREATE INDEX "IDX_14c64e8859bebba6d2410db5e1" ON "comments"  ("participant_id") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_e28faab0659401f531623e9853" ON "comments"  ("room_id", "number") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "teaching"."IDX_e28faab0659401f531623e9853"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_14c64e8859bebba6d2410db5e1"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_326703f6892d9125196b4032f2"`);
    await queryRunner.query(`DROP TABLE "comments"`);
  }
}
