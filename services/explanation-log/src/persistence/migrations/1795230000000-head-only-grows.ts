import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The head of the log only grows: it is never put back, changed at the same size, or removed. */
export class HeadOnlyGrows1795230000000 implements MigrationInterface {
  readonly name = 'HeadOnlyGrows1795230000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION allow_growth_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.id = OLD.id AND NEW.size > OLD.size THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'the log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME;
      END $$`);
    await queryRunner.query(
      'CREATE TRIGGER growth_only BEFORE UPDATE ON tree_head FOR EACH ROW EXECUTE FUNCTION allow_growth_only()',
    );
    await queryRunner.query(
      'CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON tree_head EXECUTE FUNCTION refuse_change()',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TRIGGER append_only ON tree_head');
    await queryRunner.query('DROP TRIGGER growth_only ON tree_head');
    await queryRunner.query('DROP FUNCTION allow_growth_only');
  }
}
