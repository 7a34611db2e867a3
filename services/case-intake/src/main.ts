import { main, readServiceConfig, runService } from '@openrounds/platform';
import { CaseIntakeModule } from './case-intake.module';

main(async () => {
  const config = readServiceConfig();
  await runService({ name: 'case-intake', config, module: CaseIntakeModule.forConfig(config) });
});
