import { rm } from 'node:fs/promises';

export default async function stopTestPostgres() {
  const running = globalThis.openroundsTestPostgres;
  if (!running) return;
  await running.server.stop();
  await rm(running.dataDir, { recursive: true, force: true });
}
