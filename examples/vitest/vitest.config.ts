import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// One of the two is enough for an app.
const environments = ['jsdom', 'happy-dom'];

export default defineConfig({
  plugins: [react()],
  test: {
    projects: environments.map((environment) => ({
      extends: true as const,
      test: { name: environment, environment },
    })),
  },
});
