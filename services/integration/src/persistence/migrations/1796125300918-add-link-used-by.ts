import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddLinkUsedBy1796125300918 implements MigrationInterface {
  readonly name = 'AddLinkUsedBy1796125300918';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "registration_links" ADD "used_by" text`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "registration_links" DROP COLUMN "used_by"`);
  }
}
