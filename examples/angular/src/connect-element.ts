import { Component, CUSTOM_ELEMENTS_SCHEMA, output } from '@angular/core';
import type { CallbackObject, OnboardingError } from 'react-360dialog-connect/core';

@Component({
  selector: 'app-connect-element',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <dialog-connect-button
      partner-id="YOUR_PARTNER_ID"
      button-name="element"
      [queryParameters]="{ lang: 'en' }"
      (connect-callback)="connected.emit($event.detail)"
      (connect-error)="warn($event.detail)"
    ></dialog-connect-button>
  `,
})
export class ConnectElement {
  readonly connected = output<CallbackObject>();

  warn({ code }: OnboardingError): void {
    console.warn(code);
  }
}
