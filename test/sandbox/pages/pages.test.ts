// @vitest-environment node
import { createSandboxApp } from 'react-360dialog-connect/sandbox';
import { expect, it } from 'vitest';
import { hubPath, Visitor } from '../visitor';

const markup = '"><img src=x onerror=alert(1)>';

it('shows markup in name, e-mail and address as text', async () => {
  const visitor = await new Visitor().open(hubPath({ name: markup, email: `${markup}@x` }));
  expect(visitor.field('Name').value).toBe(markup);
  expect(visitor.document.querySelector('img')).toBeNull();

  await visitor.press('Create account', { 'E-mail': '<img/src=x>@x' });
  await visitor.press('Register', { 'Another number': markup });
  expect(visitor.text).toContain('<img/src=x>@x');
  expect(visitor.document.querySelector('img')).toBeNull();

  await visitor.open(`/?client=${markup}`);
  expect(visitor.document.querySelector('img')).toBeNull();
});

it('says on every page that it is not 360dialog, with one heading and a title of its own', async () => {
  const titles = new Set<string>();
  const visitor = new Visitor();
  const look = () => {
    expect(visitor.text).toContain('This is not 360dialog');
    expect(visitor.document.querySelectorAll('h1')).toHaveLength(1);
    titles.add(visitor.document.title);
  };

  for (const path of [
    '/',
    '/__webhooks',
    '/nowhere',
    '/onboarding/a.b',
    '/onboarding/xPA',
    '/run/x',
  ]) {
    await visitor.open(path);
    look();
  }
  await visitor.open(hubPath({ next: 'login' }, 'dDeEfFPA'));
  look();
  await visitor.follow('Create an account');
  look();
  await visitor.signUp();
  look();
  await visitor.press('Continue');
  look();
  await visitor.press('Register');
  look();

  expect(titles.size).toBe(11);
});

it('puts the focus on the first field and marks the step', async () => {
  const visitor = await new Visitor().open(hubPath());
  const step = () => visitor.document.querySelector('[aria-current=step]')?.textContent;
  const focused = () => [...visitor.document.querySelectorAll('[autofocus]')];

  expect([step(), focused()]).toEqual(['Account', [visitor.field('Name')]]);
  await visitor.signUp();
  expect([step(), focused()]).toEqual(['Numbers', [visitor.field('+49 30 5550 0101')]]);
  await visitor.press('Register');
  expect([step(), focused()]).toEqual(['Permission', [visitor.field('+49 30 5550 0101')]]);
});

it.each([
  ['de', 'de', 'en'],
  ['pt', 'pt', 'en'],
  ['en', 'en', null],
  ['"><b>', 'en', null],
])('takes lang=%s as the language %s', async (lang, expected, textLang) => {
  const visitor = await new Visitor().open(hubPath({ lang }));

  expect(visitor.document.documentElement.lang).toBe(expected);
  expect(visitor.document.body.getAttribute('lang')).toBe(textLang);
  expect(visitor.document.querySelector('title')?.getAttribute('lang')).toBe(textLang);
});

it('sends a strict policy and keeps caches and search engines out', async () => {
  const app = createSandboxApp();

  for (const path of ['/', '/sandbox.css', '/nowhere', hubPath()]) {
    const { headers } = await app.request(path);
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'self'/);
    expect(headers.get('Content-Security-Policy')).not.toContain('form-action');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('X-Robots-Tag')).toContain('noindex');
  }
});

it('serves stylesheet and icon with their types', async () => {
  const app = createSandboxApp();
  const type = async (path: string) => (await app.request(path)).headers.get('Content-Type');

  expect(await type('/sandbox.css')).toContain('text/css');
  expect(await type('/sandbox.svg')).toContain('image/svg+xml');
});

it.each([
  ['a huge body', 413, 'application/x-www-form-urlencoded', 'a='.padEnd(70_000, 'a')],
  ['a malformed multipart body', 415, 'multipart/form-data; boundary=x', '--y'],
  ['JSON', 415, 'application/json', '{'],
  ['malformed escapes', 422, 'application/x-www-form-urlencoded', 'email=%E0%A4%A&%%%=%&name'],
  ['no fields', 422, 'application/x-www-form-urlencoded', ''],
])('answers %s with %i', async (_, status, type, body) => {
  const app = createSandboxApp();
  const visitor = await new Visitor(app).open(hubPath());

  const headers = { 'Content-Type': type };
  const response = await app.request(visitor.path, { method: 'POST', headers, body });

  expect(response.status).toBe(status);
  expect(await response.text()).not.toMatch(/\bat .*:\d+:\d+/);
});
