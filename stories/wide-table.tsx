import { type ComponentProps, useEffect, useLayoutEffect, useRef, useState } from 'react';

const overflows = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth;

/** A table that may be wider than the page: it scrolls by keyboard too, and is no stop where it fits. */
export function WideTable(props: ComponentProps<'table'>) {
  const box = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  // At once when it is drawn; an observer tells a frame later.
  useLayoutEffect(() => setWider(overflows(box.current!)));
  useEffect(() => {
    const element = box.current!;
    const observer = new ResizeObserver(() => setWider(overflows(element)));
    for (const changing of [element, ...element.children]) observer.observe(changing);
    return () => observer.disconnect();
  }, []);
  const scrolling = isWider && { role: 'group', 'aria-label': 'Table', tabIndex: 0 };
  return (
    <div className="guide-table" ref={box} {...scrolling}>
      <table {...props} />
    </div>
  );
}
