import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddCosignatures1795430173671 implements MigrationInterface {
  readonly name = 'AddCosignatures1795430173671';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "cosignatures" ("size" integer NOT NULL, "witness" text NOT NULL, "signed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "line" text NOT NULL, CONSTRAINT "PK_949045c5560eab153998067a7c2" PRIMARY KEY ("size", "witness"))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "cosignatures"`);
  }
}
