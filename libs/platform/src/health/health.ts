/** One dependency's check: resolves when it is up, rejects with the reason when it is down. */
export type HealthCheck = () => Promise<unknown>;

/** Why a part cannot work, in words that whoever asks for the health may read. */
export class Unhealthy extends Error {
  override readonly name = 'Unhealthy';
}

export interface HealthReport {
  /** `degraded`: only what the service can do without for a while is down; it serves. */
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly dependencies: Record<string, { status: 'up' | 'down'; detail?: string }>;
}

const CHECK_MS = 2_000;

const within = async (check: HealthCheck): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer in ${String(CHECK_MS)} ms`));
    }, CHECK_MS);
  });
  try {
    await Promise.race([check(), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Whether a service can work: every dependency by name. Details never hold addresses or credentials. */
export class Health {
  private readonly checks = new Map<string, HealthCheck>();
  private readonly details = new Map<string, () => string>();
  private readonly dispensable = new Set<string>();

  /** @param detail - what there is to know of it while it is up, in words that anybody may read. */
  register(name: string, check: HealthCheck, detail?: () => string): void {
    this.checks.set(name, check);
    if (detail !== undefined) this.details.set(name, detail);
  }

  /** The service serves although this dependency is down. */
  canDoWithout(name: string): void {
    this.dispensable.add(name);
  }

  async report(): Promise<HealthReport> {
    const entries = await Promise.all(
      [...this.checks].map(async ([name, check]) => {
        try {
          await within(check);
          const detail = this.details.get(name)?.();
          return [name, { status: 'up' as const, ...(detail !== undefined && { detail }) }] as const;
        } catch (error) {
          const detail = error instanceof Unhealthy ? error.message : 'no answer';
          return [name, { status: 'down' as const, detail }] as const;
        }
      }),
    );
    const down = entries.filter(([, state]) => state.status === 'down').map(([name]) => name);
    return { status: this.statusWithout(down), dependencies: Object.fromEntries(entries) };
  }

  private statusWithout(down: readonly string[]): HealthReport['status'] {
    if (down.length === 0) return 'ok';
    return down.every((name) => this.dispensable.has(name)) ? 'degraded' : 'unavailable';
  }
}
