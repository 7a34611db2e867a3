/**
 * SQLSTATE classes and codes (PostgreSQL manual, appendix A) that speak of the server and not of the statement:
 * connection, resources, shut-down, disk, and transactions that lost against another.
 */
const POSTGRES_CLASSES = ['08', '53', '58'];
const POSTGRES_CODES = new Set([
  '25006', // read_only_sql_transaction: the primary has moved
  '25P03', // idle_in_transaction_session_timeout
  '25P04', // transaction_timeout
  '40001', // serialization_failure
  '40003', // statement_completion_unknown
  '40P01', // deadlock_detected
  '55P03', // lock_not_available
  '57014', // query_canceled: a statement ran into its time-out
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
]);

/** What Node says of a socket or of a name that cannot be reached. */
const SOCKET_CODES = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EMFILE',
  'ENETDOWN',
  'ENETUNREACH',
  'ENFILE',
  'ENOSPC',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Errors of the drivers that carry no code: `pg`, `pg-pool`, `ioredis`, BullMQ, TypeORM. */
const DRIVER_NAMES = new Set([
  'MaxRetriesPerRequestError',
  'ConnectionClosedError',
  'QueueUnavailable',
  // the connection was lost between two statements of a transaction: asked of its runner, and of its manager
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
]);
const DRIVER_MESSAGES = [
  /^timeout exceeded when trying to connect/i,
  /^timeout expired/i,
  /^Query read timeout/,
  /^Connection terminated/,
  /^Client has encountered a connection error/,
  /^Client was closed and is not queryable/,
  /^Cannot use a pool after calling end/,
  /^Connection is closed/,
  /^Command timed out/,
  /^Socket closed unexpectedly/,
  /^Stream isn't writeable/,
];

/** The first word of a Redis error reply that speaks of the server: full, loading, failing over, read-only. */
const REDIS_REPLIES =
  /^(OOM|LOADING|READONLY|MISCONF|CLUSTERDOWN|MASTERDOWN|NOREPLICAS|TRYAGAIN|BUSY|UNBLOCKED) /;

const DEEPEST = 5;

/**
 * Whether an error says that a database, a queue or the way to them is away, full, overloaded or stopping, or that a
 * transaction lost against another: nothing is wrong with what was asked, and the same may succeed later. A job that
 * meets one is driven again without counting the try; a request answers 503 `dependency-unavailable`.
 *
 * Looks into what wraps it: `cause`, `driverError` (TypeORM), `errors` (of an `AggregateError`).
 */
export function isInfrastructureFault(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEEPEST) return false;
  if (speaksOfInfrastructure(error)) return true;
  return inner(error).some((each) => isInfrastructureFault(each, depth + 1));
}

function speaksOfInfrastructure(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    SOCKET_CODES.has(code) ||
    isPostgresCode(code) ||
    DRIVER_NAMES.has(error.name) ||
    DRIVER_MESSAGES.some((pattern) => pattern.test(error.message)) ||
    (error.name === 'ReplyError' && REDIS_REPLIES.test(error.message))
  );
}

/** SQLSTATEs have five characters, so that a socket's code cannot pass for one. */
const isPostgresCode = (code: string): boolean =>
  /^[0-9A-Z]{5}$/.test(code) &&
  (POSTGRES_CODES.has(code) || POSTGRES_CLASSES.some((each) => code.startsWith(each)));

function inner(error: Error): unknown[] {
  const wrapped: unknown[] = [error.cause];
  if ('driverError' in error) wrapped.push(error.driverError);
  if ('errors' in error && Array.isArray(error.errors)) wrapped.push(...(error.errors as unknown[]));
  return wrapped;
}
