import { JsonPipe } from '@angular/common';
import { Component, signal, VERSION } from '@angular/core';
import type { CallbackObject } from 'react-360dialog-connect/core';
import { ConnectElement } from './connect-element';
import { ConnectStore } from './connect-store';

@Component({
  selector: 'app-root',
  imports: [ConnectElement, ConnectStore, JsonPipe],
  template: `
    <h1>Angular {{ version }}</h1>
    <app-connect-element (connected)="result.set($event)" />
    <app-connect-store (connected)="result.set($event)" />
    @if (result(); as connected) {
      <output>{{ connected | json }}</output>
    }
  `,
})
export class AppRoot {
  readonly version = VERSION.full;
  readonly result = signal<CallbackObject | undefined>(undefined);
}
