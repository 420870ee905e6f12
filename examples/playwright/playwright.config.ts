import { defineConfig } from '@playwright/test';

const port = 5180;

export default defineConfig({
  use: {
    baseURL: `http://localhost:${port}`,
    // Without it, Playwright's own Chromium.
    launchOptions: { executablePath: process.env.CHROMIUM_PATH },
  },
  webServer: { command: `npm run dev -- --port ${port} --strictPort`, port },
});
