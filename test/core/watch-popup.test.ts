// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { type Sighting, watchPopup } from '../../src/core/popup/watch-popup';

/** What the opener can read of the window at a moment. */
type Reading = 'blank' | 'hub' | 'own page' | 'closed';

function windowThatShows(reading: Reading) {
  const refuse = () => {
    throw new DOMException('Blocked a frame from a cross-origin frame.', 'SecurityError');
  };
  return {
    closed: reading === 'closed',
    location: {
      get host() {
        if (reading === 'hub') return refuse();
        return reading === 'own page' ? 'app.example' : '';
      },
    },
  };
}

/** Looks at one window again and again. `asked` is when the hub was asked. */
function watch(asked: number, looks: [now: number, reading: Reading][]): Sighting[] {
  const popup = windowThatShows('blank');
  const look = watchPopup(popup);
  return looks.map(([now, reading]) => {
    Object.defineProperties(popup, Object.getOwnPropertyDescriptors(windowThatShows(reading)));
    return look(now, now >= asked);
  });
}

describe('a popup that is watched', () => {
  it.each<[what: string, asked: number, looks: [number, Reading, Sighting][]]>([
    [
      'is closed at once while only our blank page was in it',
      1000,
      [
        [0, 'blank', 'open'],
        [250, 'closed', 'closed'],
      ],
    ],
    [
      'is cut off, when it seems closed before the hub ever showed',
      0,
      [
        [0, 'blank', 'open'],
        [250, 'closed', 'cut'],
      ],
    ],
    [
      'is cut off, when the hub showed in one reading only',
      0,
      [
        [0, 'hub', 'open'],
        [249, 'hub', 'open'],
        [250, 'closed', 'cut'],
      ],
    ],
    [
      'is closed 1.5 s after it was, once two readings 250 ms apart proved the handle',
      0,
      [
        [0, 'hub', 'open'],
        [250, 'hub', 'open'],
        [500, 'closed', 'open'],
        [1999, 'closed', 'open'],
        [2000, 'closed', 'closed'],
      ],
    ],
    [
      'is proved by a page of its own origin, too',
      0,
      [
        [0, 'hub', 'open'],
        [300, 'own page', 'open'],
        [600, 'closed', 'open'],
        [2100, 'closed', 'closed'],
      ],
    ],
    [
      'is not proved by a blank page, however long it shows',
      0,
      [
        [0, 'blank', 'open'],
        [9000, 'blank', 'open'],
        [9250, 'closed', 'cut'],
      ],
    ],
    [
      'stays cut off at every later look',
      0,
      [
        [0, 'closed', 'cut'],
        [5000, 'closed', 'cut'],
      ],
    ],
  ])('%s', (_what, asked, looks) => {
    const sightings = watch(
      asked,
      looks.map(([now, reading]) => [now, reading]),
    );

    expect(sightings).toEqual(looks.map(([, , sighting]) => sighting));
  });

  it('is not read any more, once its handle is proved', () => {
    let readings = 0;
    const location = {
      get host() {
        readings++;
        return 'hub.example';
      },
    };
    const look = watchPopup({ closed: false, location });

    for (let now = 0; now < 5000; now += 250) look(now, true);

    expect(readings).toBe(2);
  });
});
