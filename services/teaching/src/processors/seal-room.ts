import {
  SEAL_PLACES,
  type JobMeta,
  type RoomFrame,
  type Sealed,
  type SealedRoom,
} from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { type Frame } from '../use-cases/read-room';

const seal = (told: unknown, { tenantId, requestId }: JobMeta, sealer: Sealer): Sealed =>
  sealer.seal(told, SEAL_PLACES.shownRoom(tenantId, requestId));

/** What is told of a room as it leaves this service: sealed for the request that asked. */
export const sealRoom = (told: unknown, meta: JobMeta, sealer: Sealer): SealedRoom => ({
  sealed: seal(told, meta, sealer),
});

export const sealFrame = ({ told, ...frame }: Frame, meta: JobMeta, sealer: Sealer): RoomFrame => ({
  ...frame,
  sealed: seal(told, meta, sealer),
});

/** A page for the request that asked for it. */
export const sealRoomPage = (
  { items, more }: { readonly items: readonly unknown[]; readonly more: boolean },
  meta: JobMeta,
  sealer: Sealer,
): SealedRoom & { readonly more: boolean } => ({ ...sealRoom(items, meta, sealer), more });
