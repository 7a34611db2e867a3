import { main, readServiceConfig, runService } from '@openrounds/platform';
import { GuidelineRetrievalModule } from './guideline-retrieval.module';

main(async () => {
  const config = readServiceConfig();
  await runService({
    name: 'guideline-retrieval',
    config,
    module: GuidelineRetrievalModule.forConfig(config),
  });
});
