import { defineConfig } from '@playwright/test';

const port = 5180;
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  use: {
    baseURL: `http://localhost:${port}`,
    // Without it, Playwright's own Chromium.
    launchOptions: executablePath ? { executablePath } : {},
  },
  webServer: { command: `npm run dev -- --port ${port} --strictPort`, port },
});
