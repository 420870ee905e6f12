import { randomUUID } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Stands for your app's server. It checks nothing: see `partner-api` for one that does. */
const answers = {
  '/api/state': () => ({ state: randomUUID() }),
  '/api/clients': () => ({ ok: true }),
  '/api/contracts': () => ({ contractId: 'contract-7', state: randomUUID(), plan: 'regular' }),
};

const playServer = ({ middlewares }) => {
  middlewares.use((request, response, next) => {
    const answer = answers[request.url];
    if (!answer) return next();
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer()));
  });
};

export default defineConfig({
  plugins: [
    react(),
    { name: 'your-server', configureServer: playServer, configurePreviewServer: playServer },
  ],
});
