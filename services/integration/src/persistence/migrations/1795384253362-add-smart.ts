import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddSmart1795384253362 implements MigrationInterface {
  readonly name = 'AddSmart1795384253362';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "ehr_imports" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "subject" text NOT NULL, "client_id" uuid NOT NULL, "state" text NOT NULL, "state_hash" text NOT NULL, "secret_hash" text NOT NULL, "asked" jsonb NOT NULL, "token" jsonb, "preview" jsonb, "fault" text, "missing_scopes" text array NOT NULL, "begun_at" TIMESTAMP WITH TIME ZONE NOT NULL, "spent_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_c94d668b7a9543d734ebb2b8d2a" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_c770fa9ba7cea17cdc3c108de0" ON "ehr_imports"  ("begun_at") `);
    await queryRunner.query(`ALTER TABLE "ehr_clients" ADD "smart_client_id" text`);
    await queryRunner.query(`ALTER TABLE "ehr_clients" ADD "smart_authentication" text`);
    await queryRunner.query(`ALTER TABLE "ehr_clients" ADD "smart_secret" jsonb`);
    await queryRunner.query(
      `ALTER TABLE "ehr_imports" ADD CONSTRAINT "FK_7a12120bc93ee79262614d213e0" FOREIGN KEY ("client_id") REFERENCES "ehr_clients"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "ehr_imports" DROP CONSTRAINT "FK_7a12120bc93ee79262614d213e0"`);
    await queryRunner.query(`ALTER TABLE "ehr_clients" DROP COLUMN "smart_secret"`);
    await queryRunner.query(`ALTER TABLE "ehr_clients" DROP COLUMN "smart_authentication"`);
    await queryRunner.query(`ALTER TABLE "ehr_clients" DROP COLUMN "smart_client_id"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_c770fa9ba7cea17cdc3c108de0"`);
    await queryRunner.query(`DROP TABLE "ehr_imports"`);
  }
}
