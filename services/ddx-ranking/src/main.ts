import { main, readLlmConfig, readServiceConfig, runService } from '@openrounds/platform';
import { DdxRankingModule } from './ddx-ranking.module';

main(async () => {
  const config = readServiceConfig();
  await runService({
    name: 'ddx-ranking',
    config,
    module: DdxRankingModule.forConfig(config, readLlmConfig()),
  });
});
