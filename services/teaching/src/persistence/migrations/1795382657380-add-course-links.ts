import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddCourseLinks1795382657380 implements MigrationInterface {
  readonly name = 'AddCourseLinks1795382657380';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "course_links" ("link_id" uuid NOT NULL, "tenant_id" text NOT NULL, "course_id" uuid NOT NULL, "content_id" uuid NOT NULL, CONSTRAINT "PK_95a3c203239e4e42296621cf2c5" PRIMARY KEY ("link_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_e85cc903786316b88619c37796" ON "course_links"  ("content_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "IDX_14aa8c75839606ef2a6f8241be" ON "course_links"  ("tenant_id", "course_id", "content_id") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "teaching"."IDX_14aa8c75839606ef2a6f8241be"`);
    await queryRunner.query(`DROP INDEX "teaching"."IDX_e85cc903786316b88619c37796"`);
    await queryRunner.query(`DROP TABLE "course_links"`);
  }
}
