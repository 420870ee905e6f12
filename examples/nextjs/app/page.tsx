import { Connect } from './connect';

export default function Page() {
  return (
    <main>
      <h1>App</h1>
      <Connect />
    </main>
  );
}
