import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddNarrations1795360710817 implements MigrationInterface {
  readonly name = 'AddNarrations1795360710817';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "narrations" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "run_id" uuid NOT NULL, "audience" text NOT NULL, "language" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "completed_at" TIMESTAMP WITH TIME ZONE, "evidence" jsonb NOT NULL, "said" jsonb, "fault" text, CONSTRAINT "PK_86e12a525662265edaa3c32ee7c" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "IDX_bc190e264aca1a2e8580719974" ON "narrations"  ("run_id") `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "gateway"."IDX_bc190e264aca1a2e8580719974"`);
    await queryRunner.query(`DROP TABLE "narrations"`);
  }
}
