import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startI18n } from './i18n';
import { applyTheme, initialTheme } from './theme/theme';
import './theme/tokens.css';
import './theme/base.css';
import './theme/frame.css';
import './theme/narrative.css';
import './theme/form.css';
import './theme/case-room.css';
import './theme/charts.css';
import './theme/reasoning.css';
import './theme/library.css';
import './theme/passages.css';
import './theme/sources.css';
import './theme/settings.css';
import './theme/author.css';
import './theme/verify.css';
import './theme/assignments.css';
import './theme/guidelines.css';
import './theme/connections.css';
import './theme/ehr-import.css';

async function start(): Promise<void> {
  applyTheme(initialTheme());
  await startI18n();
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
