import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Initial1795360735246 implements MigrationInterface {
  readonly name = 'Initial1795360735246';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "platforms" ("id" uuid NOT NULL, "tenant_id" text NOT NULL, "name" text NOT NULL, "issuer" text NOT NULL, "client_id" text NOT NULL, "authorization_url" text NOT NULL, "token_url" text NOT NULL, "key_set_url" text NOT NULL, "token_audience" text, "algorithms" text array NOT NULL, "frame_origins" text array NOT NULL, "hosts" text array NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_3b879853678f7368d46e52b81c6" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_7709b0c89b0d92857594131fa3" ON "platforms"  ("tenant_id", "id") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "IDX_20864ea7d285fca99bba24356c" ON "platforms"  ("issuer", "client_id") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "integration"."IDX_20864ea7d285fca99bba24356c"`);
    await queryRunner.query(`DROP INDEX "integration"."IDX_7709b0c89b0d92857594131fa3"`);
    await queryRunner.query(`DROP TABLE "platforms"`);
  }
}
