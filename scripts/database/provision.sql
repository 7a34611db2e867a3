-- Roles and schemas of OpenRounds: one login role and one schema of the same name for each service, and
-- one of each for the job queue, which the services share. No role can use another's schema.
--
-- Idempotent: run by a superuser in the product's database at every start of the embedded default, and
-- once when a deployed Postgres is set up. Passwords are set apart, so that none stands in a file here.

REVOKE ALL ON SCHEMA public FROM PUBLIC;

DO $$
DECLARE
  service text;
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());

  FOREACH service IN ARRAY ARRAY['gateway', 'case_intake', 'ddx_ranking', 'guideline_retrieval', 'explanation_log', 'queue']
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT', service);
      EXECUTE format('ALTER ROLE %I SET search_path = %I', service, service);
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), service);
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service, service);
    EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', service);
  END LOOP;
END
$$;
