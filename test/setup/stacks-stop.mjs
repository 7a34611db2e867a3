import { rm } from 'node:fs/promises';

export default async function stopStacks() {
  try {
    await globalThis.openroundsStacks?.stop();
  } finally {
    await rm(process.env.OPENROUNDS_FIRST_START, { recursive: true, force: true });
  }
}
