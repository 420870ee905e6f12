/** Stands for your app's own functions: these only show what they were told. */

const show = (what: object) => {
  document.querySelector('output')!.textContent = JSON.stringify(what);
};

export function save(client: string, channels: string[], projectId?: string) {
  show({ client, channels, projectId });
}

export function forget(client: string, channel: string) {
  console.log('forget', client, channel);
}

export function track(event: string, details: Record<string, string>) {
  console.log(event, details);
}
