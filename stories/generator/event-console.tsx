/** One line of the console. */
export type ConsoleEvent = { time: string; name: string; detail?: string | object | undefined };

type EventConsoleProps = { events: ConsoleEvent[]; onClear: () => void };

/** What the app is told, as it comes. */
export function EventConsole({ events, onClear }: EventConsoleProps) {
  return (
    <section className="story-card">
      <div className="generator-head">
        <h3>Console</h3>
        <button
          type="button"
          className="story-button-quiet"
          onClick={onClear}
          disabled={events.length === 0}
        >
          Clear
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too */}
      <div className="generator-console" role="log" aria-label="Events" tabIndex={0}>
        {events.length === 0 && <p>Press the button above: what your app is told shows here.</p>}
        {events.map(({ time, name, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows
          <p key={index}>
            <time>{time}</time> <strong>{name}</strong>{' '}
            {typeof detail === 'object' ? <code>{JSON.stringify(detail, null, 2)}</code> : detail}
          </p>
        ))}
      </div>
    </section>
  );
}
