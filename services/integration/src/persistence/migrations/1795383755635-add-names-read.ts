import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddNamesRead1795383755635 implements MigrationInterface {
  readonly name = 'AddNamesRead1795383755635';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "names_read" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "subject" text, "course_id" uuid NOT NULL, "assignment_id" uuid NOT NULL, "names" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_d03f33bb57ab380f3f2a8ad4e0c" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_d75e32601ae68a08cf9b47a994" ON "names_read"  ("at") `);
    await queryRunner.query(
      `CREATE INDEX "IDX_91b9955404a1468df7091d0d11" ON "names_read"  ("tenant_id", "id") `,
    );
    await queryRunner.query(`ALTER TABLE "platforms" ADD "roster" boolean NOT NULL DEFAULT false`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "platforms" DROP COLUMN "roster"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_91b9955404a1468df7091d0d11"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_d75e32601ae68a08cf9b47a994"`);
    await queryRunner.query(`DROP TABLE "names_read"`);
  }
}
