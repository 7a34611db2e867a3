import { main, readTeachingConfig, runService } from '@openrounds/platform';
import { TeachingModule } from './teaching.module';

main(async () => {
  const config = readTeachingConfig();
  await runService({ name: 'teaching', config, module: TeachingModule.forConfig(config) });
});
