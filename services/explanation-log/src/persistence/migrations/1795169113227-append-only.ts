import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The log is append-only in the database itself, not by the service's good will: leaves, nodes and checkpoints can
 * be neither changed nor removed. The one change that an entry admits is its erasure, which leaves the leaf.
 */
export class AppendOnly1795169113227 implements MigrationInterface {
  readonly name = 'AppendOnly1795169113227';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME;
      END $$`);
    await queryRunner.query(`
      CREATE FUNCTION allow_erasure_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.record IS NULL AND NEW.salt IS NULL
          AND (NEW.index, NEW.run_id, NEW.tenant_id, NEW.case_id, NEW.leaf_hash, NEW.appended_at)
            = (OLD.index, OLD.run_id, OLD.tenant_id, OLD.case_id, OLD.leaf_hash, OLD.appended_at)
        THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'the log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME;
      END $$`);
    await queryRunner.query(
      'CREATE TRIGGER erasure_only BEFORE UPDATE ON entries FOR EACH ROW EXECUTE FUNCTION allow_erasure_only()',
    );
    await queryRunner.query(
      'CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON entries EXECUTE FUNCTION refuse_change()',
    );
    for (const table of ['tree_nodes', 'checkpoints']) {
      await queryRunner.query(
        `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['checkpoints', 'tree_nodes', 'entries']) {
      await queryRunner.query(`DROP TRIGGER append_only ON ${table}`);
    }
    await queryRunner.query('DROP TRIGGER erasure_only ON entries');
    await queryRunner.query('DROP FUNCTION allow_erasure_only');
    await queryRunner.query('DROP FUNCTION refuse_change');
  }
}
