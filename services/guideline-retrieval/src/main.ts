import { main, readGuidelineRetrievalConfig, runService } from '@openrounds/platform';
import { GuidelineRetrievalModule } from './guideline-retrieval.module';

main(async () => {
  const config = readGuidelineRetrievalConfig();
  await runService({
    name: 'guideline-retrieval',
    config,
    module: GuidelineRetrievalModule.forConfig(config),
  });
});
