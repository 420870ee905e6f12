import fc from 'fast-check';
import type { Content, Request } from './attempt-model';
import type { Page } from './page';
import type { PageModel } from './page-model';
import {
  type Answer,
  answerWith,
  arriveInReload,
  askHub,
  close,
  comeBack,
  duplicate,
  loadHub,
  lose,
  mount,
  open,
  reload,
  reset,
  type Step,
  send,
  sendJunk,
  show,
  update,
  type Way,
  wait,
  ways,
} from './steps';

type Command = fc.AsyncCommand<PageModel, Page>;

/** A command is some steps; after each of them the library has to be where the model is. */
const command = (name: string, ...steps: Step[]): Command => ({
  toString: () => name,
  check: () => true,
  async run(model, page) {
    for (const step of steps) {
      step(model, page);
      // What was awaited comes now: what the app was asked for, and what follows from it.
      for (let i = 0; i < 20; i++) await Promise.resolve();
      page.check(model);
    }
  },
});

const index = fc.constantFrom(0, 0, 1);
/** Mostly the newest attempt, sometimes one long over. */
const back = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 9 }));
const ms = fc.constantFrom(1, 100, 260, 500, 1000, 1500, 3000, 10_000, 1_801_000);
const way = fc.constantFrom(...(Object.keys(ways) as Way[]));
const bound = fc.constantFrom(
  ...(Object.keys(ways) as Way[]).filter((each) => ways[each] !== 'none'),
);
const content = fc.constantFrom<Content[]>(
  'right state',
  'right state',
  'right state',
  'no state',
  'other state',
  'unreadable',
  'no result',
);
const answer = fc.constantFrom<Answer[]>('good', 'good', 'minted', 'junk', 'refused');
const junk = fc.constantFrom<unknown[]>(
  null,
  undefined,
  0,
  '',
  '?',
  ['?client=c&channels=[x]'],
  'ack',
  'ask',
  { type: '360dialog-connect' },
  { type: 'webpackOk', search: '?client=c&channels=[x]' },
);

type Events = fc.Arbitrary<Command>;
const often = (times: number, arbitrary: Events) => Array.from({ length: times }, () => arbitrary);

/** Everything that can happen on the page; what leads somewhere happens more often. */
export const events: Events[] = [
  ...often(
    3,
    index.map((i) => command(`open ${i}`, open(i))),
  ),
  index.map((i) => command(`open ${i}, blocked`, open(i, true))),
  index.map((i) => command(`close ${i}`, close(i))),
  index.map((i) => command(`reset ${i}`, reset(i))),
  index.map((i) => command(`update ${i}`, update(i))),
  fc
    .tuple(index, fc.boolean())
    .map(([i, is]) => command(`${is ? 'mount' : 'unmount'} ${i}`, mount(i, is))),
  fc.boolean().map((is) => command(is ? 'show page' : 'hide page', show(is))),
  ...often(
    3,
    ms.map((time) => command(`wait ${time}`, wait(time))),
  ),
  ...often(
    3,
    back.map((n) => command(`hub shows in ${n}`, loadHub(n))),
  ),
  fc.constant(command('reload', show(false), reload)),
  fc.constant(command('duplicate', show(false), duplicate, show(true))),
  fc.tuple(back, content).map(([n, is]) => command(`${is} is shown by ${n}`, comeBack(n, is))),
  back.map((n) => command(`client closes ${n}`, lose(n, 'close'))),
  back.map((n) => command(`browser severs ${n}`, lose(n, 'sever'))),
  ...often(
    6,
    fc
      .tuple(back, fc.constantFrom<Request[]>('preparation', 'signature'), answer)
      .map(([n, what, is]) => command(`${what} ${is} for ${n}`, answerWith(n, what, is))),
  ),
  ...[way, bound, bound].map((from) =>
    fc
      .tuple(back, from, content)
      .map(([n, by, is]) => command(`${is} by ${by} for ${n}`, send(n, by, is))),
  ),
  fc
    .tuple(back, junk)
    .map(([n, is]) => command(`junk ${JSON.stringify(is)} for ${n}`, sendJunk(n, is))),
  // What takes several steps, and would seldom come about by itself.
  ...often(
    5,
    index.map((i) =>
      command(
        `open ${i}, client closes at the hub`,
        open(i),
        ...askHub,
        loadHub(0),
        wait(1000),
        lose(0, 'close'),
        wait(2500),
      ),
    ),
  ),
  ...often(
    2,
    index.map((i) =>
      command(`open ${i}, hub severs`, open(i), ...askHub, lose(0, 'sever'), wait(1000)),
    ),
  ),
  ...often(
    2,
    fc
      .tuple(index, answer, answer)
      .map(([i, prepared, signed]) =>
        command(
          `open ${i}, preparation ${prepared}, signature ${signed}`,
          open(i),
          answerWith(0, 'preparation', prepared),
          answerWith(0, 'signature', signed),
        ),
      ),
  ),
  index.map((i) =>
    command(
      `open ${i}, client closes early, nobody comes`,
      open(i),
      ...askHub,
      lose(0, 'close'),
      wait(1000),
      wait(1_801_000),
    ),
  ),
  ...often(
    2,
    fc
      .tuple(index, content)
      .map(([i, is]) =>
        command(
          `open ${i}, ${is} arrives during a reload`,
          open(i),
          ...askHub,
          loadHub(0),
          show(false),
          arriveInReload(i, is),
        ),
      ),
  ),
  ...often(
    2,
    fc
      .tuple(index, bound, content)
      .map(([i, by, is]) =>
        command(
          `open ${i}, reload, ${is} by ${by}`,
          open(i),
          ...askHub,
          loadHub(0),
          show(false),
          reload,
          send(0, by, is),
        ),
      ),
  ),
  ...often(
    2,
    fc
      .tuple(index, bound, content)
      .map(([i, by, is]) =>
        command(
          `open ${i}, ${is} by ${by}, then the popup is gone`,
          open(i),
          ...askHub,
          send(0, by, is),
          wait(5),
          lose(0, 'close'),
          wait(300),
        ),
      ),
  ),
];
