/**
 * All connections share the engine's one session, so a session advisory lock would be granted to everybody. Calling
 * one fails instead, from wherever it is called; pg_advisory_xact_lock works, because transactions do exclude each
 * other. The originals are renamed rather than replaced: PostgreSQL finds built-in functions by their number, and a
 * replaced body would never run. Safe to run again.
 */
export const REFUSE_SESSION_LOCKS = `
DO $setup$
DECLARE
  original record;
BEGIN
  FOR original IN
    SELECT p.proname AS name, pg_get_function_identity_arguments(p.oid) AS arguments, pg_get_function_result(p.oid) AS result
    FROM pg_catalog.pg_proc p
    JOIN pg_catalog.pg_language l ON l.oid = p.prolang
    WHERE p.pronamespace = 'pg_catalog'::regnamespace AND l.lanname = 'internal' AND p.proname IN
      ('pg_advisory_lock', 'pg_advisory_lock_shared', 'pg_try_advisory_lock', 'pg_try_advisory_lock_shared')
  LOOP
    EXECUTE format('ALTER FUNCTION pg_catalog.%I(%s) RENAME TO %I', original.name, original.arguments, 'embedded_' || original.name);
    EXECUTE format(
      $body$CREATE FUNCTION pg_catalog.%I(%s) RETURNS %s LANGUAGE plpgsql AS $refuse$
      BEGIN
        RAISE EXCEPTION USING
          ERRCODE = 'feature_not_supported',
          MESSAGE = 'session advisory locks are not available on the embedded database, whose connections share one session',
          HINT = 'Use pg_advisory_xact_lock inside a transaction.';
      END $refuse$$body$,
      original.name, original.arguments, original.result);
  END LOOP;
END $setup$`;
