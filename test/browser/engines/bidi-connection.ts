import { WebSocket } from 'ws';

type Answer = { id: number; error?: string; message?: string; result?: unknown };

/** Commands of WebDriver BiDi, and their answers. Events are not used. */
export async function connectBidi(address: string) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const pending = new Map<number, (answer: Answer) => void>();
  let last = 0;
  socket.on('message', (text) => {
    const answer: Answer = JSON.parse(String(text));
    pending.get(answer.id)?.(answer);
    pending.delete(answer.id);
  });

  return {
    async send<Result>(method: string, params: object = {}): Promise<Result> {
      const id = ++last;
      const answer = await new Promise<Answer>((resolve) => {
        pending.set(id, resolve);
        socket.send(JSON.stringify({ id, method, params }));
      });
      if (answer.error) throw new Error(`${method}: ${answer.error}: ${answer.message}`);
      return answer.result as Result;
    },
    close: () => socket.close(),
  };
}

export type BidiConnection = Awaited<ReturnType<typeof connectBidi>>;
