import {
  type ComponentProps,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

type WideProps = { name: string; className: string; children: ReactNode };

const overflows = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth;

/** What may be wider than the page: it scrolls by keyboard too, and is no stop where it fits. */
export function Wide({ name, className, children }: WideProps) {
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
  const scrolling = isWider && { role: 'group', 'aria-label': name, tabIndex: 0 };
  return (
    <div className={className} ref={box} {...scrolling}>
      {children}
    </div>
  );
}

export const WideTable = (props: ComponentProps<'table'>) => (
  <Wide name="Table" className="guide-table">
    <table {...props} />
  </Wide>
);
