// npx tsx test/bench/sign.ts: how fast sign() is, beside nothing but the HMAC of node:crypto.
import { createHmac } from 'node:crypto';
import { createIoSigner } from 'react-360dialog-connect/server';

const partnerId = 'aAbBcCPA';
const platformSecret = 'platform-secret-for-tests';
const count = 20_000;
const rounds = 5;

async function perSecond(run: () => Promise<void>) {
  const startMs = performance.now();
  await run();
  return (count / (performance.now() - startMs)) * 1000;
}

/** Each round has a new signer, because none has more than 43,201 seconds. */
const newSigner = () => createIoSigner({ partnerId, platformSecret, now: () => Date.now() });

const contestants: Record<string, () => Promise<void>> = {
  'node:crypto HMAC': async () => {
    for (let second = 0; second < count; second++) {
      createHmac('sha512', platformSecret).update(`${partnerId}|${second}`).digest('hex');
    }
  },
  'sign(), one by one': async () => {
    const signer = newSigner();
    for (let call = 0; call < count; call++) await signer.sign();
  },
  'sign(), 100 at a time': async () => {
    const signer = newSigner();
    for (let call = 0; call < count; call += 100) {
      await Promise.all(Array.from({ length: 100 }, () => signer.sign()));
    }
  },
};

const best: Record<string, number> = {};
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(contestants)) {
    best[name] = Math.max(best[name] ?? 0, await perSecond(run));
  }
}

process.stdout.write(`Node ${process.version}, best of ${rounds} rounds of ${count}:\n`);
for (const [name, rate] of Object.entries(best)) {
  process.stdout.write(`${name.padEnd(24)}${Math.round(rate).toLocaleString('en')} per second\n`);
}
