import { type DailyLimits, type TokenEntry, type TokenLedger } from '../src/budget/ledger';

/** What was used, in memory. */
export class MemoryLedger implements TokenLedger {
  readonly entries: TokenEntry[] = [];

  take(entry: TokenEntry, { user, tenant, all }: DailyLimits): Promise<'taken' | 'over'> {
    const used = (mine: (other: TokenEntry) => boolean): number =>
      this.entries
        .filter((other) => other.day === entry.day && mine(other))
        .reduce((sum, { tokens }) => sum + tokens, entry.tokens);
    const isOver =
      used(({ tenantId, userId }) => tenantId === entry.tenantId && userId === entry.userId) >
        (user ?? Infinity) ||
      used(({ tenantId }) => tenantId === entry.tenantId) > (tenant ?? Infinity) ||
      used(() => true) > (all ?? Infinity);
    if (!isOver) this.entries.push(entry);
    return Promise.resolve(isOver ? 'over' : 'taken');
  }

  correct(entry: TokenEntry): Promise<void> {
    this.entries.push(entry);
    return Promise.resolve();
  }

  get total(): number {
    return this.entries.reduce((sum, { tokens }) => sum + tokens, 0);
  }
}
