import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The function behind `wasErased` and `HELD_CASE`; put it into the list of the migrations of a service that remembers
 * erasures, after the table. Each statement of a volatile function sees what was committed until then: the look comes after
 * the lock, also where the function is called inside a larger statement.
 */
export class CreateHoldCase1795324056373 implements MigrationInterface {
  readonly name = 'CreateHoldCase1795324056373';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION hold_case(tenant text, held text) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended(held, 1));
        RETURN NOT EXISTS (SELECT FROM erased_cases WHERE tenant_id = tenant AND case_id = held::uuid);
      END $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION hold_case(text, text)');
  }
}
