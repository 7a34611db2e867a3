import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddEhrClients1795371221156 implements MigrationInterface {
  readonly name = 'AddEhrClients1795371221156';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "ehr_clients" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "name" text NOT NULL, "issuer" text NOT NULL, "key_set_url" text NOT NULL, "fhir_base_url" text NOT NULL, "origins" text array NOT NULL, "language" text NOT NULL, "environment" text NOT NULL, "hosts" text array NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_8ef59e00ed914d3407c304e5a17" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_31008cef4754ee323cd7d58dfc" ON "ehr_clients"  ("tenant_id", "id") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_a0c81096141659eae42d748608" ON "ehr_clients"  ("fhir_base_url") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_23315ee349d988867806ebbc53" ON "ehr_clients"  ("issuer") `,
    );
    await queryRunner.query(
      `CREATE TABLE "cds_feedback" ("client_id" uuid NOT NULL, "card" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "outcome" text NOT NULL, "reason_system" text, "reason_code" text, "commented" boolean NOT NULL, CONSTRAINT "PK_055f31ef27f864c186f5ef1dcdd" PRIMARY KEY ("client_id", "card", "at"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_74875ab27d4b0d563819da85b9" ON "cds_feedback"  ("at") `);
    await queryRunner.query(
      `CREATE TABLE "cds_tokens" ("issuer" text NOT NULL, "token_id" text NOT NULL, "forget_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_0ec5c2b6fb91034c010d343ec98" PRIMARY KEY ("issuer", "token_id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_f4c91674f5f32678eaa744ff14" ON "cds_tokens"  ("forget_at") `);
    await queryRunner.query(
      `ALTER TABLE "cds_feedback" ADD CONSTRAINT "FK_58d5080be7f4ab0a6ec3bb3140d" FOREIGN KEY ("client_id") REFERENCES "ehr_clients"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "cds_feedback" DROP CONSTRAINT "FK_58d5080be7f4ab0a6ec3bb3140d"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_f4c91674f5f32678eaa744ff14"`);
    await queryRunner.query(`DROP TABLE "cds_tokens"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_74875ab27d4b0d563819da85b9"`);
    await queryRunner.query(`DROP TABLE "cds_feedback"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_23315ee349d988867806ebbc53"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_a0c81096141659eae42d748608"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_31008cef4754ee323cd7d58dfc"`);
    await queryRunner.query(`DROP TABLE "ehr_clients"`);
  }
}
