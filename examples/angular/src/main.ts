// Angular's own CLI links its packages at build time and needs no compiler in the page.
import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { defineConnectButton } from 'react-360dialog-connect/element';
import { AppRoot } from './app-root';

defineConnectButton();
bootstrapApplication(AppRoot, { providers: [provideZonelessChangeDetection()] });
