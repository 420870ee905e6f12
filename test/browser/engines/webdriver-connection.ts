/** The key under which WebDriver names an element. */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Commands of WebDriver, the classic one, over HTTP. */
export async function connectWebDriver(driver: string, capabilities: object) {
  const request = async <Result>(method: string, path: string, body?: object): Promise<Result> => {
    const response = await fetch(driver + path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const { value } = (await response.json()) as { value: Result & { message?: string } };
    if (!response.ok) throw new Error(`${method} ${path}: ${value.message}`);
    return value;
  };
  const { sessionId } = await request<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  });
  return <Result = unknown>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
    request<Result>(method, `/session/${sessionId}${path}`, body);
}

export type WebDriverConnection = Awaited<ReturnType<typeof connectWebDriver>>;
