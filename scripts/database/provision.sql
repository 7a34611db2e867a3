-- Roles and schemas of OpenRounds: one login role and one schema for each service, and
-- the role "queue" with the schema "bullmq" for the job queue, which the services share. No role can use
-- another's schema.
--
-- Idempotent: run by a superuser in the product's database at every start of the embedded default, and
-- once when a deployed Postgres is set up. Passwords are set apart, so that none stands in a file here.

REVOKE ALL ON SCHEMA public FROM PUBLIC;

DO $$
DECLARE
  service text;
  home text;
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());

  FOR service, home IN
    VALUES ('gateway', 'gateway'),
           ('case_intake', 'case_intake'),
           ('ddx_ranking', 'ddx_ranking'),
           ('guideline_retrieval', 'guideline_retrieval'),
           ('explanation_log', 'explanation_log'),
           ('teaching', 'teaching'),
           ('integration', 'integration'),
           ('queue', 'bullmq')
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT', service);
      EXECUTE format('ALTER ROLE %I SET search_path = %I', service, home);
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), service);
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', home, service);
    EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', home);
  END LOOP;

  -- BullMQ's migrations begin with CREATE SCHEMA IF NOT EXISTS, which asks for the right even when it exists.
  EXECUTE format('GRANT CREATE ON DATABASE %I TO queue', current_database());

  -- What the queue commits reaches the disk with the next commit of a service (docs/adr/0028).
  -- Only where it is not so yet: databases of one server share their roles and may be provisioned at once.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'queue' AND 'synchronous_commit=off' = ANY (rolconfig)) THEN
    ALTER ROLE queue SET synchronous_commit = off;
  END IF;
END
$$;
