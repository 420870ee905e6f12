import { defineConfig } from 'cypress';
import { startSandbox } from 'react-360dialog-connect/sandbox';

export default defineConfig({
  e2e: {
    baseUrl: 'http://localhost:5173',
    supportFile: false,
    async setupNodeEvents(on, config) {
      const sandbox = await startSandbox({ port: 0 });
      on('after:run', () => sandbox.close());
      config.env.hub = sandbox.onboardingUrl;
      config.env.scenarioUrl = `${sandbox.url}/__scenario`;
      return config;
    },
  },
});
