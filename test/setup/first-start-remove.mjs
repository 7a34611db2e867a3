import { rm } from 'node:fs/promises';

export default async function removeFirstStart() {
  await rm(process.env.OPENROUNDS_FIRST_START, { recursive: true, force: true });
}
