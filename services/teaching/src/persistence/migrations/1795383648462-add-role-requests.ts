import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddRoleRequests1795383648462 implements MigrationInterface {
  readonly name = 'AddRoleRequests1795383648462';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "role_requests" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "role" text NOT NULL, "about_id" uuid NOT NULL, "owner" text NOT NULL, "case_id" uuid, "participant_id" uuid, "round_id" uuid, "number" integer, "language" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "completed_at" TIMESTAMP WITH TIME ZONE, "asked" jsonb NOT NULL, "said" jsonb, "fault" text, "released" jsonb, "released_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_32873821a9e1122603cc2fb86a9" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_13f8990498530ea71d617bfca0" ON "role_requests"  ("created_at") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_7b12fb0afec5ea1457dec4056b" ON "role_requests"  ("tenant_id", "case_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_f4ec6e81fe598ba112bb41694c" ON "role_requests"  ("tenant_id", "role", "about_id", "owner") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "teaching"."IDX_f4ec6e81fe598ba112bb41694c"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_7b12fb0afec5ea1457dec4056b"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_13f8990498530ea71d617bfca0"`);
    await queryRunner.query(`DROP TABLE "role_requests"`);
  }
}
