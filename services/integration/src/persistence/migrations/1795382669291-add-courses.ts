import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddCourses1795382669291 implements MigrationInterface {
  readonly name = 'AddCourses1795382669291';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "deployments" ADD "beyond_course" boolean NOT NULL DEFAULT false`);
    await queryRunner.query(`ALTER TABLE "links" ADD "course_id" uuid`);
    await queryRunner.query(`ALTER TABLE "tickets" ADD "course_id" uuid`);
    await queryRunner.query(`ALTER TABLE "tickets" ADD "beyond_course" boolean NOT NULL DEFAULT false`);
    await queryRunner.query(
      `CREATE INDEX "IDX_96a8ed72e35319b9f94577e93e" ON "links"  ("tenant_id", "course_id") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "integration"."IDX_96a8ed72e35319b9f94577e93e"`);
    await queryRunner.query(`ALTER TABLE "tickets" DROP COLUMN "beyond_course"`);
    await queryRunner.query(`ALTER TABLE "tickets" DROP COLUMN "course_id"`);
    await queryRunner.query(`ALTER TABLE "links" DROP COLUMN "course_id"`);
    await queryRunner.query(`ALTER TABLE "deployments" DROP COLUMN "beyond_course"`);
  }
}
