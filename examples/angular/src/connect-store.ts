import { afterNextRender, Component, DestroyRef, inject, output, signal } from '@angular/core';
import { type CallbackObject, createOnboarding } from 'react-360dialog-connect/core';

@Component({
  selector: 'app-connect-store',
  template: `
    <button type="button" [attr.data-status]="snapshot().status" (click)="onboarding.open()">
      {{ snapshot().status === 'open' ? 'Back to the window' : 'Connect by the store' }}
    </button>
  `,
})
export class ConnectStore {
  readonly connected = output<CallbackObject>();
  readonly onboarding = createOnboarding({
    partnerId: 'YOUR_PARTNER_ID',
    name: 'store',
    callback: (result) => this.connected.emit(result),
    onError: ({ code }) => console.warn(code),
  });
  readonly snapshot = signal(this.onboarding.getSnapshot());

  constructor() {
    const stop = this.onboarding.subscribe(() => this.snapshot.set(this.onboarding.getSnapshot()));
    inject(DestroyRef).onDestroy(stop);
    afterNextRender(this.onboarding.resume);
  }
}
