import type { INestApplication } from '@nestjs/common';
import { connectedListener, ioSignatureListener } from '../listeners';

/** For main.ts, between NestFactory.create and app.listen. */
export function useConnect(app: INestApplication): void {
  app.use('/api/io-signature', ioSignatureListener);
  app.use('/connected', connectedListener);
}
