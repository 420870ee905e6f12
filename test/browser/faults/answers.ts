/** What may stand in the hub's answer. */
import { completed, type Fault } from './fault';
import type { Scene } from './scene';

const answerWith = (query: string) => async (scene: Scene) => {
  const popup = await scene.clickForPopup(await scene.openApp());
  await scene.answer(popup, query);
};

const read = (title: string, query: string, result: object): Fault => ({
  title: `The hub answers with ${title}`,
  act: answerWith(query),
  ...completed,
  results: [{ client: 'oaY9LLfUCL', channels: [], ...result }],
});

const refused = (title: string, query: string): Fault => ({
  title: `The hub answers with ${title}`,
  act: answerWith(query),
  told: ['open', 'failed', 'error invalid_redirect'],
});

const ignored = (title: string, query: string): Fault => ({
  title: `The hub answers with ${title}: no result, so the popup stays`,
  async act(scene) {
    const popup = await scene.clickForPopup(await scene.openApp());
    await scene.answerExactly(popup, query);
    await scene.arrival(popup, /\/redirect\/module/);
  },
  told: ['open'],
  remain: ['app', query.includes('client=') ? 'redirect with result' : 'redirect'],
});

const client = 'client=oaY9LLfUCL';
const html = encodeURIComponent('<img/src=x/onerror=parent.hacked=1>');

export const answers: Fault[] = [
  read('no permitted channels', `${client}&channels=[]`, {}),
  read('encoded brackets and commas', `${client}&channels=%5Ba%2Cb%5D`, { channels: ['a', 'b'] }),
  read('quotes and blanks around the channels', `${client}&channels=["a",%20"b"]`, {
    channels: ['a', 'b'],
  }),
  read('holes in the list of channels', `${client}&channels=[a,,b,%20]`, { channels: ['a', 'b'] }),
  read('channels twice', `${client}&channels=[a]&channels=[b]`, { channels: ['a', 'b'] }),
  read('revoked channels alone', `${client}&revoked=[a]`, { revokedChannels: ['a'] }),
  read('a broken percent sequence', `${client}&channels=[a]&x=%E0%A4%A&y=%`, { channels: ['a'] }),
  read('the keys __proto__ and constructor', `${client}&channels=[a]&__proto__=1&constructor=2`, {
    channels: ['a'],
  }),
  read('HTML in a parameter of somebody’s', `${client}&channels=[a]&x=${html}`, {
    channels: ['a'],
  }),
  refused('HTML in every parameter', `client=${html}&channels=[${html}]`),
  refused('channels that were encoded twice on the way', `${client}&channels=%255Ba%252Cb%255D`),
  refused('a client that was encoded twice on the way', 'client=CL%2531&channels=[]'),
  refused('two clients', 'client=a&client=b&channels=[]'),
  refused('an empty client', 'client=&channels=[]'),
  refused('two states', `${client}&channels=[]&state=other`),
  refused('line breaks in an ID', 'client=a%0Ab&channels=[]'),
  refused('a query of 100 kB', `${client}&channels=[]&x=${'x'.repeat(100_000)}`),
  ignored('a client alone', client),
  ignored('channels alone', 'channels=[a]'),
  ignored('nothing', 'utm_source=hub'),
  {
    title: 'HTML stands in the label, the name and the state of the app',
    async act(scene) {
      const label = '<img src=x onerror="document.title=1">';
      const app = await scene.openApp({
        buttons: [{ label, queryParameters: { name: label, state: label } }],
      });
      await scene.answer(await scene.clickForPopup(app, label));
      await scene.toldSoFar(3);
      if (await app.run(() => document.querySelectorAll('img').length)) {
        throw new Error('The label became an element.');
      }
    },
    ...completed,
    results: [
      {
        client: 'oaY9LLfUCL',
        channels: ['y9MiLoCH', 'Ab12CH'],
        state: '<img src=x onerror="document.title=1">',
      },
    ],
  },
];
