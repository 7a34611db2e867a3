import { readFileSync } from 'node:fs';
import { newId, type Clock } from '@openrounds/platform';
import { type CredentialStore } from '../ports/credentials';
import { sha256 } from '../use-cases/sha256';

const LOCAL_TENANT = 'local';

/** Makes the embedded default's key known to the database: as a hash, and once. */
export async function registerLocalKey(
  file: string,
  credentials: CredentialStore,
  clock: Clock,
): Promise<void> {
  const key = readFileSync(file, 'utf8').trim();
  await credentials.addApiKey({
    id: newId(),
    tenantId: LOCAL_TENANT,
    name: 'local',
    role: 'admin',
    sha256: sha256(key),
    createdAt: clock.now(),
  });
}
