import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';

type ButtonProps = { partnerId: string; env: 'local'; callback: () => void };

/** The same clock as the server's. */
const now = () => performance.timeOrigin + performance.now();

/** To the console: nothing has to poll for it. */
const tell = (what: string) => console.warn(`bench ${what} ${now()}`);

const tellCallback = () => tell('callback');

/** An app around a button: a table of so many rows as its address says. */
export function startApp(Button: ComponentType<ButtonProps>): void {
  addEventListener('click', () => tell('click'), true);
  const length = Number(location.pathname.match(/\d+/));
  const rows = Array.from({ length }, (_, row) => `Customer ${row}`);
  createRoot(document.getElementById('root')!).render(
    <main>
      <Button partnerId="aAbBcCPA" env="local" callback={tellCallback} />
      <table>
        <tbody>
          {rows.map((customer) => (
            <tr key={customer}>
              <td>{customer}</td>
              <td>connected</td>
              <td>
                <a href={`#${customer}`}>Open</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>,
  );
}
