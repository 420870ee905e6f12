import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { freePort } from '../browser/engines/free-port';
import { promisesOfARedirectPage, visitAt } from '../examples/promises-of-a-redirect-page';
import { askAt, promisesOfAnEndpoint } from '../examples/promises-of-an-endpoint';
import { type Consumer, installConsumer } from './packed';
import { type RunningServer, startServer } from './start-server';

/** An app of a framework, in the last version that Node 20 runs. */
type App = {
  packages: string[];
  files: Record<string, string>;
  build: string[];
  start: string;
  /** Hostile, where it refuses the usual one by itself. */
  query?: string;
};

const apps: Record<string, App> = {
  sveltekit: {
    packages: [
      '@sveltejs/kit@2',
      '@sveltejs/adapter-node@5',
      '@sveltejs/vite-plugin-svelte@6',
      'svelte@5',
      'vite@7',
    ],
    files: {
      'src/app.html':
        '<html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
      'svelte.config.js': `
import adapter from '@sveltejs/adapter-node';
export default { kit: { adapter: adapter() } };`,
      'vite.config.js': `
import { sveltekit } from '@sveltejs/kit/vite';
export default { plugins: [sveltekit()] };`,
    },
    build: ['vite', 'build'],
    start: 'build/index.js',
  },
  astro: {
    packages: ['astro@5', '@astrojs/node@9'],
    files: {
      'astro.config.mjs': `
import node from '@astrojs/node';
export default { adapter: node({ mode: 'standalone' }) };`,
    },
    build: ['astro', 'build', '--silent'],
    start: 'dist/server/entry.mjs',
    // What no decoder takes, it refuses as a bad request.
    query: '?client=%3C/script%3E&channels=["%27]&state=a',
  },
};

const recipeFolder = 'examples/signing-endpoint';

/** The files of an app that a recipe's comments name. What stands above the first is in each of them. */
async function routesOf(name: string): Promise<Record<string, string>> {
  const recipe = await readFile(`${recipeFolder}/frameworks/${name}.ts`, 'utf8');
  const [head, ...routes] = recipe.split(/^\/\/ (?=src\/)/m);
  const files = routes.map((route) => {
    const [path] = /^\S+/.exec(route)!;
    const handlers = posix.relative(posix.dirname(path), 'src/handlers');
    return [path, head!.replace('../handlers', handlers) + route.slice(path.length)];
  });
  return Object.fromEntries(files);
}

/** The recipe as its readers have it: in their app, beside their handlers and their login. */
async function filesOf(name: string): Promise<Record<string, string>> {
  return {
    ...apps[name]!.files,
    ...(await routesOf(name)),
    'src/handlers.ts': await readFile(`${recipeFolder}/handlers.ts`, 'utf8'),
    'src/session.ts': await readFile(`${recipeFolder}/session.ts`, 'utf8'),
    'package.json': '{"private":true,"type":"module"}',
  };
}

describe.each(Object.entries(apps))('%s serves its recipe', (name, app) => {
  const { packages, build, start, query } = app;
  let consumer: Consumer;
  let server: RunningServer;
  beforeAll(async () => {
    consumer = await installConsumer([inject('tarball').file, ...packages], await filesOf(name));
    await consumer.npx(...build);
    server = await startServer(consumer.folder, process.execPath, [start], await freePort());
  });
  afterAll(async () => {
    await server?.stop();
    await consumer?.remove();
  });

  // Both refuse what a form can send from elsewhere before a route is asked.
  promisesOfAnEndpoint(async () => askAt(`${server.url}/api/io-signature`), 403);
  promisesOfARedirectPage(async () => visitAt(server.url), query);
});
