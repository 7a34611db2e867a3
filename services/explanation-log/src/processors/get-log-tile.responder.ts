import { type LogTile, type GetLogTilePayload } from '@openrounds/contracts';
import { Handles } from '@openrounds/run-flow';
import { ProveLog } from '../use-cases/prove-log';

/** Reads a tile of hashes. */
@Handles('explanation-log-interactive', 'get-log-tile.v1')
export class GetLogTileResponder {
  constructor(private readonly log: ProveLog) {}

  answer({ tile }: GetLogTilePayload): Promise<LogTile> {
    return this.log.tile(tile);
  }
}
