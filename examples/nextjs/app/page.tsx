import { Connect } from './connect';
import { LogIn } from './log-in';

export default function Page() {
  return (
    <main>
      <h1>App</h1>
      <LogIn />
      <Connect />
    </main>
  );
}
